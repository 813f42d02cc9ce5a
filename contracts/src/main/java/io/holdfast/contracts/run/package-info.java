/** What the gateway asks of an engine about runs, and the events that an engine answers with. */
@NullMarked
package io.holdfast.contracts.run;

import org.jspecify.annotations.NullMarked;
