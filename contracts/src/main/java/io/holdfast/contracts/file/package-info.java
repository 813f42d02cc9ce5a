/** Files that callers send and apps make. */
@NullMarked
package io.holdfast.contracts.file;

import org.jspecify.annotations.NullMarked;
