/** A Dify app's exported definition: read, healed and validated (dsl.md section 1). */
@NullMarked
package io.holdfast.engine.dsl;

import org.jspecify.annotations.NullMarked;
