@NullMarked
package io.holdfast.engine.app.tool.builtin;

import org.jspecify.annotations.NullMarked;
