/** Names that conversations get by themselves (dsl.md 5.6). */
@NullMarked
package io.holdfast.engine.naming;

import org.jspecify.annotations.NullMarked;
