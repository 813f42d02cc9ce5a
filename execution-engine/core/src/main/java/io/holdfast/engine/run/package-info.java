/**
 * The engine itself: a run's state is the fold of its journal, and commands are decided on that
 * state alone. No clock and no I/O; time comes with each command, and what must happen outside is
 * handed back as effects.
 */
@NullMarked
package io.holdfast.engine.run;

import org.jspecify.annotations.NullMarked;
