/** What Kubernetes is told of the suite. */
@NullMarked
package io.holdfast.it.kubernetes;

import org.jspecify.annotations.NullMarked;
