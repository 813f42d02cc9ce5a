@NullMarked
package io.holdfast.engine.node.assigner;

import org.jspecify.annotations.NullMarked;
