package io.holdfast.engine.app.form;

/** Forms were answered: runs wait to go on. */
public record FormAnswered() {}
