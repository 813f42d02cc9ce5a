@NullMarked
package io.holdfast.engine.app.tool.openapi;

import org.jspecify.annotations.NullMarked;
