package io.holdfast.engine.node.human;

import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeDataException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A button below a form; its id is the handle of the edges that it takes. */
record FormAction(String id, String title, String style) {

    private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,19}");
    private static final int LONGEST_TITLE = 100;

    static FormAction parse(NodeData data) {
        String id = data.requireText("id");
        if (!ID.matcher(id).matches()) {
            throw new NodeDataException(
                    "action id " + id + " must be an identifier of at most 20 characters");
        }
        String title = data.requireText("title");
        if (title.codePointCount(0, title.length()) > LONGEST_TITLE) {
            throw new NodeDataException(
                    "the title of action " + id + " must have at most 100 characters");
        }
        return new FormAction(id, title, data.text("button_style").orElse("default"));
    }

    Map<String, @Nullable Object> view() {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("id", id);
        view.put("title", title);
        view.put("button_style", style);
        return view;
    }
}
