/** The template-transform node (dsl.md 3.9). */
@NullMarked
package io.holdfast.engine.node.template;

import org.jspecify.annotations.NullMarked;
