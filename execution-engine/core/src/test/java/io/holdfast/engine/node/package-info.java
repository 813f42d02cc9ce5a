/** What tests of nodes share. */
@NullMarked
package io.holdfast.engine.node;

import org.jspecify.annotations.NullMarked;
