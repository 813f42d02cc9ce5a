/** Whose data it is: every row and record names its tenant (Dify: workspace). */
@NullMarked
package io.holdfast.contracts.tenant;

import org.jspecify.annotations.NullMarked;
