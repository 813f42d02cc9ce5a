/** The engine as the gateway sees it: runs, apps, conversations. */
@NullMarked
package io.holdfast.gateway.engine;

import org.jspecify.annotations.NullMarked;
