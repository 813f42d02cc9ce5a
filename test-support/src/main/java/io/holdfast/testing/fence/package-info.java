/** Architecture fences: what the module graph cannot say about a module's own classes. */
@NullMarked
package io.holdfast.testing.fence;

import org.jspecify.annotations.NullMarked;
