package io.holdfast.engine.node;

/** What an answer means to the node that asked: its end, or something to go on with. */
public sealed interface NodeAnswer permits NodeOutcome, NodeNote, Admission {}
