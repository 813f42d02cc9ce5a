package io.holdfast.engine.app.tool;

import java.util.List;

/** Where providers come from that are not built in. */
public interface ToolSource {

    List<ToolProvider> providers();
}
