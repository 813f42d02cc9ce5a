/** Files as inputs of runs: what a caller names becomes a value (dsl.md 2.5 and 2.6). */
@NullMarked
package io.holdfast.engine.file;

import org.jspecify.annotations.NullMarked;
