package io.holdfast.engine.app.conversation;

/** One question and its answer. */
public record Turn(String query, String answer) {}
