package io.holdfast.engine.moderation;

import io.holdfast.engine.context.RunStart;
import io.holdfast.engine.python.PythonText;
import java.util.ArrayList;
import java.util.List;

/** All that a user gives to a run, as texts. */
final class InputText {

    private InputText() {}

    /** The values of the form, then the query if there is one. */
    static List<String> of(RunStart start) {
        List<String> texts = new ArrayList<>();
        start.inputs().values().forEach(value -> texts.add(PythonText.str(value)));
        if (start.query() != null && !start.query().isEmpty()) {
            texts.add(start.query());
        }
        return texts;
    }
}
