/** What is asked before an app's graph begins, and of what it says (dsl.md 5.2, 5.5). */
@NullMarked
package io.holdfast.engine.gate;

import org.jspecify.annotations.NullMarked;
