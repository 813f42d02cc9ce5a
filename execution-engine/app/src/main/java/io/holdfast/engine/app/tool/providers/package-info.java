/** Providers that the operator names in a file. */
@NullMarked
package io.holdfast.engine.app.tool.providers;

import org.jspecify.annotations.NullMarked;
