@NullMarked
package io.holdfast.engine.annotation;

import org.jspecify.annotations.NullMarked;
