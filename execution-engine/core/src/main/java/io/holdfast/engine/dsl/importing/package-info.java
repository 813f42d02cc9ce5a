/** Takes a parsed DSL file in: checks it in Dify's order, heals it and reads it (dsl.md 1.10). */
@NullMarked
package io.holdfast.engine.dsl.importing;

import org.jspecify.annotations.NullMarked;
