/** What the engine's core costs. */
@org.jspecify.annotations.NullMarked
package io.holdfast.bench;
