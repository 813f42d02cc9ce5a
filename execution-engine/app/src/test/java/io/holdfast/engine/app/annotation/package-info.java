/** Stories of annotations. */
@NullMarked
package io.holdfast.engine.app.annotation;

import org.jspecify.annotations.NullMarked;
