/** Webhooks of apps: requests from elsewhere that start runs (dsl.md 3.20). */
@NullMarked
package io.holdfast.gateway.webhook;

import org.jspecify.annotations.NullMarked;
