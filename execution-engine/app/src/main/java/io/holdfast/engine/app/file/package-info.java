/** What the engine knows of files, and their contents. */
@NullMarked
package io.holdfast.engine.app.file;

import org.jspecify.annotations.NullMarked;
