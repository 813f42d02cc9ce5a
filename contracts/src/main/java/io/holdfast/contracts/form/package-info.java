/** What the gateway asks of an engine about forms that people fill. */
@NullMarked
package io.holdfast.contracts.form;

import org.jspecify.annotations.NullMarked;
