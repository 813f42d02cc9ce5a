package io.holdfast.contracts.error;

/**
 * The body of every answer that is an error.
 *
 * @param code what went wrong, for programs: lower case with underscores, such as {@code
 *     app_not_found}
 * @param message what went wrong, for people; names no secret and no file content
 * @param status the HTTP status of the answer
 */
public record Problem(String code, String message, int status) {

    /** The internal credential is missing or wrong; 401. */
    public static final String UNAUTHORIZED = "unauthorized";

    /** Nothing is known under that address or id; 404. */
    public static final String NOT_FOUND = "not_found";

    /** The request's shape or a value of it is wrong; 400. */
    public static final String INVALID_REQUEST = "invalid_request";

    /** A fault of the service itself; the details are in its log; 500. */
    public static final String INTERNAL_ERROR = "internal_error";

    /** Something that is needed cannot be reached now; 503, to be tried again. */
    public static final String UNAVAILABLE = "unavailable";
}
