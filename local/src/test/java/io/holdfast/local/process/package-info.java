/** Child processes, ports and files, tried for real. */
@NullMarked
package io.holdfast.local.process;

import org.jspecify.annotations.NullMarked;
