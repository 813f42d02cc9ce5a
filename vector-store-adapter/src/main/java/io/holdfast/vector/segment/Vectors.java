package io.holdfast.vector.segment;

import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** Vectors of length one, and their form in the database. */
public final class Vectors {

    private Vectors() {}

    /** The vector with length one; null when it has no direction (all zero, or not a number). */
    public static float @Nullable [] normalised(float[] vector) {
        double square = 0;
        for (float value : vector) {
            square += (double) value * value;
        }
        if (square == 0 || !Double.isFinite(square)) {
            return null;
        }
        double length = Math.sqrt(square);
        float[] unit = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            unit[i] = (float) (vector[i] / length);
        }
        return unit;
    }

    static Buffer toBytes(float[] vector) {
        Buffer bytes = Buffer.buffer(vector.length * Float.BYTES);
        for (float value : vector) {
            bytes.appendIntLE(Float.floatToIntBits(value));
        }
        return bytes;
    }

    static float[] fromBytes(Buffer bytes) {
        float[] vector = new float[bytes.length() / Float.BYTES];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = Float.intBitsToFloat(bytes.getIntLE(i * Float.BYTES));
        }
        return vector;
    }
}
