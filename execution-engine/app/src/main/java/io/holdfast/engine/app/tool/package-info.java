/** Tools that nodes may use, by their providers. */
@NullMarked
package io.holdfast.engine.app.tool;

import org.jspecify.annotations.NullMarked;
