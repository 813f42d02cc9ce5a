/** What an app asks its caller to fill in, and what is accepted there (dsl.md 2.10). */
@NullMarked
package io.holdfast.engine.dsl.form;

import org.jspecify.annotations.NullMarked;
