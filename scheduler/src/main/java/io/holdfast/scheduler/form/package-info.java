/** The deadlines of forms that runs wait for. */
@NullMarked
package io.holdfast.scheduler.form;

import org.jspecify.annotations.NullMarked;
