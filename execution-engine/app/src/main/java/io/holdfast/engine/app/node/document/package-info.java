/** Reads what document-extractor nodes ask for. */
@NullMarked
package io.holdfast.engine.app.node.document;

import org.jspecify.annotations.NullMarked;
