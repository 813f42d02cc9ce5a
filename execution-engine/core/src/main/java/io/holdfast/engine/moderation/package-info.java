/** What may not be asked, and what may not be said (dsl.md 5.5). */
@NullMarked
package io.holdfast.engine.moderation;

import org.jspecify.annotations.NullMarked;
