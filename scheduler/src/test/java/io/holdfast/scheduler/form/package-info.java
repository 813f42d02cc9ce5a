@NullMarked
package io.holdfast.scheduler.form;

import org.jspecify.annotations.NullMarked;
