/** The webhook trigger (dsl.md 3.20). */
@NullMarked
package io.holdfast.engine.node.webhook;

import org.jspecify.annotations.NullMarked;
