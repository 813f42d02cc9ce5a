package io.holdfast.engine.node.http;

/**
 * A body, rendered.
 *
 * @param text what to send
 * @param type its media type, empty when there is no body
 */
record Content(String text, String type) {
    static final Content NONE = new Content("", "");

    /** Whether only this type tells how to read the text, so that no other may be declared. */
    boolean insistsOnType() {
        return type.startsWith("multipart/");
    }
}
