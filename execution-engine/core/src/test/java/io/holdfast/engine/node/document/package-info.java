@NullMarked
package io.holdfast.engine.node.document;

import org.jspecify.annotations.NullMarked;
