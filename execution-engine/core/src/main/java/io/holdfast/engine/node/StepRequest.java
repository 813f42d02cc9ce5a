package io.holdfast.engine.node;

/**
 * Something that a node asks of the outside world: a model call, an HTTP request, code to execute.
 * Each node type brings its own record and its own answer.
 *
 * @param <R> the answer
 */
public interface StepRequest<R> {}
