package io.holdfast.local.cli;

import io.holdfast.local.infra.PostgresServer;
import io.holdfast.local.suite.InstanceStatus;
import io.holdfast.local.suite.Service;
import io.holdfast.local.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What {@code up} says when everything is ready. */
final class Welcome {

    private final Workspace workspace;
    private final Console console;

    Welcome(Workspace workspace, Console console) {
        this.workspace = workspace;
        this.console = console;
    }

    void say(Suite suite) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", ""));
        for (InstanceStatus status : suite.status()) {
            rows.add(List.of(status.instance(), status.url()));
        }
        rows.add(
                List.of(
                        "PostgreSQL",
                        "127.0.0.1:"
                                + suite.postgres().port()
                                + "  database and user "
                                + PostgresServer.DATABASE));
        rows.add(List.of("Kafka", suite.kafka().bootstrapServers()));
        console.table(rows);
        if (suite.settings().services().contains(Service.API_GATEWAY)) {
            next(suite);
        } else {
            console.say(
                    "\nNext, in the folder of a service:\n  mvn quarkus:dev   (Maven 3.9 or newer)");
        }
    }

    private void next(Suite suite) throws IOException {
        console.say(
                "\nConsole token: "
                        + suite.consoleToken()
                        + "\n\nNext:\n  ./holdfast import "
                        + sample()
                        + "\n  curl -N "
                        + suite.url(Service.API_GATEWAY)
                        + "/v1/chat-messages -H 'Authorization: Bearer APP-KEY' -H 'Content-Type:"
                        + " application/json' -d '{\"inputs\":{},\"query\":\"Hello\","
                        + "\"response_mode\":\"streaming\",\"user\":\"me\"}'");
    }

    private String sample() throws IOException {
        Path samples = workspace.repository().resolve("docs/samples");
        if (!Files.isDirectory(samples)) {
            return "FILE.yml";
        }
        try (Stream<Path> files = Files.list(samples)) {
            return files.map(Path::getFileName)
                    .map(Path::toString)
                    .filter(name -> name.endsWith(".yml") || name.endsWith(".yaml"))
                    .sorted()
                    .findFirst()
                    .map("docs/samples/"::concat)
                    .orElse("FILE.yml");
        }
    }
}
