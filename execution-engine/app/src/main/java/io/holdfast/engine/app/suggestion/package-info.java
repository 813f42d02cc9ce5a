/** Questions that users may ask next (http-api.md 3.3). */
@NullMarked
package io.holdfast.engine.app.suggestion;

import org.jspecify.annotations.NullMarked;
