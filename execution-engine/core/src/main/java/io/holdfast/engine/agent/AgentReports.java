package io.holdfast.engine.agent;

import io.holdfast.engine.node.NodeReport;
import java.util.ArrayList;
import java.util.List;

/** Finds what has happened to an agent by its last note. */
final class AgentReports {

    private final Agent agent;
    private final Reporter reporter;
    private final List<NodeReport> reports = new ArrayList<>();

    AgentReports(Agent agent, Reporter reporter) {
        this.agent = agent;
        this.reporter = reporter;
    }

    List<NodeReport> latest() {
        AgentProgress progress = agent.progress();
        if (agent.awaitsCatalog()) {
            return List.of();
        }
        if (progress.last().isEmpty()) {
            return reporter.roundBegins(1);
        }
        add(progress.rounds().size(), progress.last().get(), progress.told());
        return reports;
    }

    private void add(int number, Round round, int told) {
        if (told == AgentProgress.MODEL_SPOKE) {
            reports.addAll(reporter.modelSpoke(number, round));
        }
        for (int call = Math.max(0, told); call < round.observations().size(); call++) {
            reports.addAll(reporter.toolSpoke(number, round, call));
        }
        if (!round.isOver()) {
            reports.addAll(reporter.toolBegins(number, round, round.observations().size()));
            return;
        }
        reports.addAll(reporter.roundEnds(number, round));
        if (agent.goesOn()) {
            reports.addAll(reporter.roundBegins(number + 1));
        }
    }
}
