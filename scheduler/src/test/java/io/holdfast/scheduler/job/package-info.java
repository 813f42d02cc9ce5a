@NullMarked
package io.holdfast.scheduler.job;

import org.jspecify.annotations.NullMarked;
