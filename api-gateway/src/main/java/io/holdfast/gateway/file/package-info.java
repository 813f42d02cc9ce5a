/** Files that callers send, and their reading (http-api.md 2.2 and 3.5 to 3.7). */
@NullMarked
package io.holdfast.gateway.file;

import org.jspecify.annotations.NullMarked;
