@NullMarked
package io.holdfast.engine.node.human;

import org.jspecify.annotations.NullMarked;
