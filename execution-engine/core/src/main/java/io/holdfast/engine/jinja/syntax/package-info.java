/** Jinja2's grammar: from a template's text to a tree. */
@NullMarked
package io.holdfast.engine.jinja.syntax;

import org.jspecify.annotations.NullMarked;
