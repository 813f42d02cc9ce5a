/** Child processes, ports and files of this machine, as the launcher needs them. */
@NullMarked
package io.holdfast.local.process;

import org.jspecify.annotations.NullMarked;
