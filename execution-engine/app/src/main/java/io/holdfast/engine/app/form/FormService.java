package io.holdfast.engine.app.form;

import io.holdfast.contracts.form.FormView;
import io.holdfast.contracts.form.SubmitFormRequest;
import io.holdfast.engine.app.file.RunFiles;
import io.holdfast.engine.dsl.form.InvalidInputException;
import io.holdfast.engine.file.KnownFiles;
import io.holdfast.engine.node.FormAnswer;
import io.holdfast.engine.node.human.FormSubmission;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.UUID;

/** Shows forms, takes what people fill in, and closes those whose time is over. */
@ApplicationScoped
class FormService {

    private static final int BATCH = 500;

    private final FormStore store;
    private final RunFiles files;
    private final Event<FormAnswered> answered;
    private final Clock clock;

    FormService(FormStore store, RunFiles files, Event<FormAnswered> answered, Clock clock) {
        this.store = store;
        this.files = files;
        this.answered = answered;
        this.clock = clock;
    }

    /** A form that can be filled; fails with {@link FormRefusedException} when it cannot. */
    Uni<FormView> show(String token, UUID appId) {
        return open(token, appId).map(FormRow::view);
    }

    private Uni<FormRow> open(String token, UUID appId) {
        return store.find(token, appId)
                .map(found -> found.orElseThrow(FormRefusedException::unknown))
                .invoke(row -> {
                    if (!row.isOpenAt(clock.instant())) {
                        throw refusal(row);
                    }
                });
    }

    private static FormRefusedException refusal(FormRow row) {
        if (row.isSubmitted()) {
            return FormRefusedException.submitted(row.view().formId());
        }
        return row.runEnded() && row.status().equals("waiting")
                ? FormRefusedException.unknown()
                : FormRefusedException.expired(row.view().formId());
    }

    /** Takes an answer. It is durable when this is done, and its run goes on by itself. */
    Uni<Void> submit(String token, SubmitFormRequest request) {
        return open(token, request.appId()).chain(row -> submit(row, request));
    }

    private Uni<Void> submit(FormRow row, SubmitFormRequest request) {
        FormView form = row.view();
        var submission = new FormSubmission(form.content(), form.inputs(), form.actions());
        return files.known(request.uploads(), submission.remoteUrls(request.inputs()))
                .map(known -> accepted(submission, request, known))
                .chain(answer ->
                        store.submit(form.formId(), answer, request.user(), clock.instant()))
                .invoke(first -> {
                    if (!first) {
                        throw FormRefusedException.submitted(form.formId());
                    }
                })
                .invoke(() -> answered.fire(new FormAnswered()))
                .replaceWithVoid();
    }

    private static FormAnswer.Submitted accepted(
            FormSubmission submission, SubmitFormRequest request, KnownFiles known) {
        try {
            return submission.accept(request.action(), request.inputs(), known);
        } catch (InvalidInputException e) {
            throw FormRefusedException.invalid(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Closes forms whose time is over.
     *
     * @return how many there were
     */
    Uni<Integer> expireDue() {
        return store.expire(clock.instant(), BATCH)
                .invoke(expired -> {
                    if (expired > 0) {
                        answered.fire(new FormAnswered());
                    }
                });
    }
}
