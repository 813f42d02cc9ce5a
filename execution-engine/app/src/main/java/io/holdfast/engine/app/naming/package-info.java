/** Names conversations beside their runs (dsl.md 5.6). */
@NullMarked
package io.holdfast.engine.app.naming;

import org.jspecify.annotations.NullMarked;
