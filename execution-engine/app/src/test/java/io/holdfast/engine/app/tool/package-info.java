@NullMarked
package io.holdfast.engine.app.tool;

import org.jspecify.annotations.NullMarked;
