package io.holdfast.local.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.holdfast.local.control.ControlClient;
import io.holdfast.local.suite.InstanceStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Shows the instances of a running suite. Exit code 0 only when all of them are ready. */
final class StatusCommand implements Command {

    private static final JsonMapper JSON = new JsonMapper();

    private final Workspace workspace;
    private final Console console;

    StatusCommand(Workspace workspace, Console console) {
        this.workspace = workspace;
        this.console = console;
    }

    @Override
    public int run(List<String> arguments) throws IOException, InterruptedException {
        boolean json = arguments.contains("--json");
        Optional<ControlClient> running = ControlClient.of(workspace.home());
        List<InstanceStatus> all = running.isEmpty() ? List.of() : running.get().status();
        if (json) {
            console.say(
                    JSON.writerWithDefaultPrettyPrinter()
                            .writeValueAsString(
                                    all.stream().map(StatusCommand::forPrograms).toList()));
        } else if (running.isEmpty()) {
            console.say("The suite is not running. Start it with ./holdfast up");
        } else {
            console.table(rows(all));
        }
        boolean ready = running.isPresent() && all.stream().allMatch(InstanceStatus::ready);
        return ready ? CommandLine.DONE : CommandLine.FAILED;
    }

    private static Map<String, Object> forPrograms(InstanceStatus status) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("service", status.service());
        fields.put("instance", status.instance());
        fields.put("pid", status.pid());
        fields.put("url", status.url());
        fields.put("ready", status.ready());
        fields.put("restarts", status.restarts());
        fields.put("state", status.state().name().toLowerCase(Locale.ROOT));
        return fields;
    }

    private static List<List<String>> rows(List<InstanceStatus> all) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("SERVICE", "INSTANCE", "PID", "URL", "READY", "RESTARTS"));
        for (InstanceStatus status : all) {
            rows.add(
                    List.of(
                            status.service(),
                            status.instance(),
                            status.pid() == 0 ? "-" : Long.toString(status.pid()),
                            status.url(),
                            status.ready()
                                    ? "yes"
                                    : "no ("
                                            + status.state()
                                                    .name()
                                                    .toLowerCase(Locale.ROOT)
                                                    .replace('_', ' ')
                                            + ")",
                            Integer.toString(status.restarts())));
        }
        return rows;
    }
}
