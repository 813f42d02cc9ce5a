package io.holdfast.local.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.holdfast.local.control.ControlClient;
import io.holdfast.local.suite.InstanceStatus;
import io.holdfast.local.suite.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Brings exported apps in through the gateway's console API. Exit code 1 if one was refused. */
final class ImportCommand implements Command {

    private static final JsonMapper JSON = new JsonMapper();

    private final Workspace workspace;
    private final Console console;

    ImportCommand(Workspace workspace, Console console) {
        this.workspace = workspace;
        this.console = console;
    }

    @Override
    public int run(List<String> arguments) throws IOException, InterruptedException {
        boolean json = arguments.contains("--json");
        List<Path> files = files(arguments);
        ConsoleApi api = new ConsoleApi(gateway(), workspace.consoleToken());
        List<ImportResult> results = new ArrayList<>();
        for (Path file : files) {
            results.add(api.importApp(file));
        }
        if (json) {
            List<Map<String, Object>> fields =
                    results.stream().map(ImportResult::forPrograms).toList();
            console.say(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(fields));
        } else {
            show(results);
        }
        boolean all = results.stream().allMatch(ImportResult::accepted);
        return all ? CommandLine.DONE : CommandLine.FAILED;
    }

    private void show(List<ImportResult> results) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("APP ID", "MODE", "NAME", "API KEY", "FILE"));
        results.stream().filter(ImportResult::accepted).map(ImportResult::row).forEach(rows::add);
        if (rows.size() > 1) {
            console.table(rows);
        }
        for (ImportResult result : results) {
            if (!result.accepted()) {
                console.complain("Refused: " + result.file() + ": " + result.error());
            }
            for (String webhook : result.webhooks()) {
                console.say("Webhook of " + result.file() + ": " + webhook);
            }
            for (String warning : result.warnings()) {
                console.complain("Note: " + result.file() + ": " + warning);
            }
        }
    }

    /** HOLDFAST_GATEWAY_URL, else the gateway of the running suite. */
    private String gateway() throws IOException, InterruptedException {
        String named = workspace.environment().getOrDefault(Service.API_GATEWAY.urlVariable(), "");
        if (!named.isBlank()) {
            return named.split(",", -1)[0].strip();
        }
        Optional<ControlClient> running = ControlClient.of(workspace.home());
        if (running.isEmpty()) {
            throw new IllegalStateException(
                    "The suite is not running. Start it first: ./holdfast up --detach");
        }
        return running.get().status().stream()
                .filter(status -> status.service().equals(Service.API_GATEWAY.id()))
                .findFirst()
                .map(InstanceStatus::url)
                .orElseThrow(() ->
                        new IllegalStateException(
                                "The running suite has no api-gateway (started"
                                        + " with --infra?)."));
    }

    private static List<Path> files(List<String> arguments) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.equals("--json")) {
                continue;
            }
            if (argument.startsWith("-")) {
                throw new UsageException("import does not know '" + argument + "'.");
            }
            Path path = Path.of(argument);
            if (Files.isDirectory(path)) {
                files.addAll(exportsIn(path));
            } else if (Files.isRegularFile(path)) {
                files.add(path);
            } else {
                throw new IllegalArgumentException("There is no file or folder " + argument);
            }
        }
        if (files.isEmpty()) {
            throw new UsageException("import needs a file, or a folder with .yml or .yaml files.");
        }
        return files;
    }

    private static List<Path> exportsIn(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches("(?i).*\\.ya?ml"))
                    .sorted()
                    .toList();
        }
    }
}
