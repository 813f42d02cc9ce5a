/** Services of the operator that apps name by an id (dsl.md 5.4, 5.5). */
@NullMarked
package io.holdfast.engine.extension;

import org.jspecify.annotations.NullMarked;
