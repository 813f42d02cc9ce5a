/** The document-extractor node (dsl.md 3.17). */
@NullMarked
package io.holdfast.engine.node.document;

import org.jspecify.annotations.NullMarked;
