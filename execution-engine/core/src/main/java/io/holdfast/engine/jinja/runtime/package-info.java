/** Runs a parsed template: scopes, statements, filters, tests and global functions. */
@NullMarked
package io.holdfast.engine.jinja.runtime;

import org.jspecify.annotations.NullMarked;
