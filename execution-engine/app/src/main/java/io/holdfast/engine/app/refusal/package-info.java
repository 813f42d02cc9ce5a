/** Why a request about runs or conversations is not answered. */
@NullMarked
package io.holdfast.engine.app.refusal;

import org.jspecify.annotations.NullMarked;
