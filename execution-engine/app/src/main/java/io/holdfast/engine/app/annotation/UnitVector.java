package io.holdfast.engine.app.annotation;

import io.vertx.core.buffer.Buffer;

/** What a model made of a text, brought to length 1. */
final class UnitVector {

    private final float[] numbers;

    private UnitVector(float[] numbers) {
        this.numbers = numbers;
    }

    /** A vector of any length but that; one of zeros stays as it is, and is like nothing. */
    static UnitVector of(float[] vector) {
        double square = 0;
        for (float number : vector) {
            square += (double) number * number;
        }
        double length = square == 0 ? 1 : Math.sqrt(square);
        float[] unit = new float[vector.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) (vector[i] / length);
        }
        return new UnitVector(unit);
    }

    static UnitVector read(Buffer bytes) {
        float[] numbers = new float[bytes.length() / Float.BYTES];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Float.intBitsToFloat(bytes.getIntLE(i * Float.BYTES));
        }
        return new UnitVector(numbers);
    }

    Buffer bytes() {
        Buffer bytes = Buffer.buffer(numbers.length * Float.BYTES);
        for (float number : numbers) {
            bytes.appendIntLE(Float.floatToIntBits(number));
        }
        return bytes;
    }

    int dimensions() {
        return numbers.length;
    }

    /** The cosine of the angle to another vector; 0 where a model has changed its dimensions. */
    double cosine(UnitVector other) {
        if (other.numbers.length != numbers.length) {
            return 0;
        }
        double sum = 0;
        for (int i = 0; i < numbers.length; i++) {
            sum += (double) numbers[i] * other.numbers[i];
        }
        return sum;
    }
}
