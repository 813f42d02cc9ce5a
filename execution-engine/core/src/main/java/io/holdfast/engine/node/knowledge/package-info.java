/** The knowledge-retrieval node (dsl.md 3.4). */
@NullMarked
package io.holdfast.engine.node.knowledge;

import org.jspecify.annotations.NullMarked;
