package io.holdfast.engine.agent;

import io.holdfast.engine.node.llm.ModelReply;
import io.holdfast.engine.node.llm.ModelRequest;
import io.holdfast.engine.node.llm.ToolCall;
import java.util.List;

/** How an agent and its model speak of tools. */
interface Dialect {

    /**
     * The next call of the model.
     *
     * @param last whether the model may use no more tools
     */
    ModelRequest ask(AgentTask task, AgentProgress progress, boolean last);

    /** The tools that a reply wants used; none when it is the answer. */
    List<ToolCall> calls(ModelReply reply);

    /** The answer, once a round wants no more tools. */
    String answer(AgentProgress progress);

    /** What the model thought in a round, without the words by which it asked for tools. */
    String thought(Round round);
}
