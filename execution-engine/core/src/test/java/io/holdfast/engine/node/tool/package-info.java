@NullMarked
package io.holdfast.engine.node.tool;

import org.jspecify.annotations.NullMarked;
