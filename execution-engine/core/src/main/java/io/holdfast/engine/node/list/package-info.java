/** Filters, picks, sorts and cuts lists. */
@NullMarked
package io.holdfast.engine.node.list;

import org.jspecify.annotations.NullMarked;
