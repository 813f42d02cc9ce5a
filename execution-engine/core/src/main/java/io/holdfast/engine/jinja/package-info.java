/** Jinja2 templates, rendered as Python's Jinja2 3.1 renders them, within limits. */
@NullMarked
package io.holdfast.engine.jinja;

import org.jspecify.annotations.NullMarked;
