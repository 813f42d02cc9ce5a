package io.holdfast.contracts.knowledge;

/** A document right after it was accepted, still waiting. */
public record CreatedDocument(DocumentView document, String batch) {}
