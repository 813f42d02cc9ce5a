/** The one configuration of JSON. */
@NullMarked
package io.holdfast.platform.json;

import org.jspecify.annotations.NullMarked;
