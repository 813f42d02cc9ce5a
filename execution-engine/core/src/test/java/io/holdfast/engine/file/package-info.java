@NullMarked
package io.holdfast.engine.file;

import org.jspecify.annotations.NullMarked;
