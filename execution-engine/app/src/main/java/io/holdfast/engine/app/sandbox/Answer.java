package io.holdfast.engine.app.sandbox;

/**
 * What a worker says about a call.
 *
 * @param kind how it ended
 * @param text result, error text or resource, by kind
 */
record Answer(Kind kind, String text) {
    enum Kind {
        /** The worker is ready for a job. */
        READY('H'),
        /** JSON of the returned value. */
        RESULT('R'),
        /** The code's own error. */
        ERROR('E'),
        /** Ended without a result. */
        NOTHING('N'),
        /** Time over. */
        TIME('T'),
        /** Some limit; text names it. */
        LIMIT('L'),
        /** The sandbox itself failed. */
        FAULT('F');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }

        static Kind of(int letter) {
            for (Kind kind : values()) {
                if (kind.letter == letter) {
                    return kind;
                }
            }
            return FAULT;
        }
    }
}
