/** The specification's subtle points and worked examples, each played by the whole engine. */
@org.jspecify.annotations.NullMarked
package io.holdfast.engine.conformance;
