@NullMarked
package io.holdfast.engine.node.classifier;

import org.jspecify.annotations.NullMarked;
