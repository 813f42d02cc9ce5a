/** The apps of this installation: imported, listed, exported, deleted and found for runs. */
@NullMarked
package io.holdfast.engine.app.catalog;

import org.jspecify.annotations.NullMarked;
