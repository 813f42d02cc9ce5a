package io.holdfast.engine.app.form;

import io.holdfast.platform.error.HoldfastException;
import java.util.UUID;

/** Why a form is not shown or not taken (http-api.md 1.6). */
final class FormRefusedException extends HoldfastException {

    private static final long serialVersionUID = 1L;

    private FormRefusedException(int status, String code, String message) {
        super(status, code, message);
    }

    static FormRefusedException unknown() {
        return new FormRefusedException(404, "form_not_found", "Form not found");
    }

    static FormRefusedException submitted(UUID formId) {
        return new FormRefusedException(
                412,
                "human_input_form_submitted",
                "This form has already been submitted by another user, form_id=" + formId);
    }

    static FormRefusedException expired(UUID formId) {
        return new FormRefusedException(
                412, "human_input_form_expired", "This form has expired, form_id=" + formId);
    }

    static FormRefusedException invalid(String message) {
        return new FormRefusedException(400, "invalid_form_data", message);
    }
}
