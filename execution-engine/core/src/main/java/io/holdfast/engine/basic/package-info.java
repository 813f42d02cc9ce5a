/**
 * Chat and completion apps as graphs: one model call with what goes before it, so that they are
 * journaled and resumed like every other run (dsl.md section 5).
 */
@NullMarked
package io.holdfast.engine.basic;

import org.jspecify.annotations.NullMarked;
