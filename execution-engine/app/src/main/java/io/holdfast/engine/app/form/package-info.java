/** Forms that runs wait for: shown, filled, expired (dsl.md 3.19, http-api.md 2.17). */
@NullMarked
package io.holdfast.engine.app.form;

import org.jspecify.annotations.NullMarked;
