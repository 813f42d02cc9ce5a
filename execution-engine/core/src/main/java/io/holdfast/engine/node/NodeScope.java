package io.holdfast.engine.node;

import io.holdfast.engine.context.RunStart;
import io.holdfast.engine.value.Variables;

/**
 * What a node sees of its run.
 *
 * @param variables the values so far
 * @param start the facts with which the run was accepted
 */
public record NodeScope(Variables variables, RunStart start) {}
