/** Values as Python prints them, for Dify's texts are Python's (dsl.md 2.4). */
@NullMarked
package io.holdfast.engine.python;

import org.jspecify.annotations.NullMarked;
