/** Where the contents of files are kept. */
@NullMarked
package io.holdfast.platform.file;

import org.jspecify.annotations.NullMarked;
