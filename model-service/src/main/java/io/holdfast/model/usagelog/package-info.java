/** Where the records of usage go. */
@NullMarked
package io.holdfast.model.usagelog;

import org.jspecify.annotations.NullMarked;
