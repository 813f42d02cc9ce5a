package io.holdfast.engine.file;

/**
 * What a server said of a file when it was asked.
 *
 * @param name with its extension; may be empty
 * @param mimeType may be empty
 * @param size in bytes; -1 when it is not known
 */
public record RemoteFile(String name, String mimeType, long size) {

    /** It could not be asked. */
    public static final RemoteFile UNKNOWN = new RemoteFile("", "", -1);
}
