package io.holdfast.engine.app.form;

import io.holdfast.contracts.form.FormView;
import java.time.Instant;

/**
 * A form as it is stored.
 *
 * @param status {@code waiting}, {@code submitted} or {@code expired}
 * @param runEnded whether nobody waits for it any more
 */
record FormRow(FormView view, String status, boolean runEnded) {

    boolean isOpenAt(Instant now) {
        return status.equals("waiting") && !runEnded && now.isBefore(view.expiresAt());
    }

    boolean isSubmitted() {
        return status.equals("submitted");
    }
}
