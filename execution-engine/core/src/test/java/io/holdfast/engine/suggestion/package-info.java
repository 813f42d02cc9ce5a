@NullMarked
package io.holdfast.engine.suggestion;

import org.jspecify.annotations.NullMarked;
