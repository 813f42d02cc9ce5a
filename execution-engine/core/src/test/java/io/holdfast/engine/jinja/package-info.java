/** Stories of the template engine. */
@NullMarked
package io.holdfast.engine.jinja;

import org.jspecify.annotations.NullMarked;
