@NullMarked
package io.holdfast.engine.node.agent;

import org.jspecify.annotations.NullMarked;
