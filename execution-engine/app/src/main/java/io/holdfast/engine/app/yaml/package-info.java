/** Reads and writes YAML as Dify's parser understands it: YAML 1.1, no types but JSON's. */
@NullMarked
package io.holdfast.engine.app.yaml;

import org.jspecify.annotations.NullMarked;
