/** Tests of the template-transform node. */
@NullMarked
package io.holdfast.engine.node.template;

import org.jspecify.annotations.NullMarked;
