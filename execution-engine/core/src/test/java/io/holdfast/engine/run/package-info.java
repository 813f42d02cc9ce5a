/** The run machine, story by story and by simulation. */
@NullMarked
package io.holdfast.engine.run;

import org.jspecify.annotations.NullMarked;
