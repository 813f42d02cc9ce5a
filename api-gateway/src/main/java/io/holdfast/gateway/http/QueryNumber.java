package io.holdfast.gateway.http;

/** Whole numbers in the query, refused outside their range (http-api.md 3.1). */
public final class QueryNumber {

    private QueryNumber() {}

    /**
     * A number of the query.
     *
     * @throws DifyException when the value is no number between the bounds
     */
    public static int of(Call call, String name, int otherwise, int least, int most) {
        String text = call.query(name).orElse(null);
        if (text == null) {
            return otherwise;
        }
        try {
            int value = Integer.parseInt(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException noNumber) {
            // told below
        }
        throw DifyException.invalidParam(
                "1 validation error for Query\n"
                        + name
                        + "\n  Input should be a whole number from "
                        + least
                        + " to "
                        + most
                        + " [type=int_range]");
    }
}
