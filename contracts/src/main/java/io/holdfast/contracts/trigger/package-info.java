/** What starts runs by itself: schedules, webhooks, and the requests that they make. */
@NullMarked
package io.holdfast.contracts.trigger;

import org.jspecify.annotations.NullMarked;
