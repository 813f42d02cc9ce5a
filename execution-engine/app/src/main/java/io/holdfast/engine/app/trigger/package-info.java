/** Triggers of apps: what schedules and webhooks there are, and the runs that they ask for. */
@NullMarked
package io.holdfast.engine.app.trigger;

import org.jspecify.annotations.NullMarked;
