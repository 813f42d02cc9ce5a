package io.holdfast.local.control;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.holdfast.local.process.Polling;
import io.holdfast.local.suite.InstanceStatus;
import io.holdfast.local.suite.SuiteHome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A command's side of the supervisor. */
public final class ControlClient {

    private static final JsonMapper JSON = new JsonMapper();

    private final SuiteHome home;
    private final RunFile supervisor;

    private ControlClient(SuiteHome home, RunFile supervisor) {
        this.home = home;
        this.supervisor = supervisor;
    }

    /** Speaks to the supervisor of that home, if one runs and has come up. */
    public static Optional<ControlClient> of(SuiteHome home) {
        return RunFile.read(home).map(supervisor -> new ControlClient(home, supervisor));
    }

    /** Process id of the supervisor. */
    public long pid() {
        return supervisor.pid();
    }

    /** All instances now. */
    public List<InstanceStatus> status() throws IOException, InterruptedException {
        return JSON.readValue(call("GET", "/status"), new TypeReference<>() {});
    }

    /**
     * Ends the suite and waits for its process.
     *
     * @return whether it was gone in time
     */
    public boolean stop(Duration limit) throws IOException, InterruptedException {
        call("POST", "/stop");
        return Polling.until(limit, Duration.ofMillis(50), () -> !SupervisorLock.isTaken(home));
    }

    /** Takes the place of an instance until the process ends; answers the variables it needs. */
    public Map<String, String> release(String instance, long pid)
            throws IOException, InterruptedException {
        return JSON.readValue(
                call("POST", "/instances/" + instance + "/release?pid=" + pid),
                new TypeReference<>() {});
    }

    private String call(String method, String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + supervisor.port() + path))
                        .header("Authorization", "Bearer " + supervisor.token())
                        .timeout(Duration.ofSeconds(30))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build();
        try (HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            HttpResponse<String> response =
                    http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IOException(
                        "The supervisor answers "
                                + response.statusCode()
                                + ": "
                                + JSON.readTree(response.body()).path("error").asText());
            }
            return response.body();
        }
    }
}
