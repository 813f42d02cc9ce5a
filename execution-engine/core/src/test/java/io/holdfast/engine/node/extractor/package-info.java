@NullMarked
package io.holdfast.engine.node.extractor;

import org.jspecify.annotations.NullMarked;
