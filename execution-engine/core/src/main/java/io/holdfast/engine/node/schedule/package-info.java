/** The schedule trigger (dsl.md 3.20). */
@NullMarked
package io.holdfast.engine.node.schedule;

import org.jspecify.annotations.NullMarked;
