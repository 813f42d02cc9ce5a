import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * So many callers, each with one call after the other (a closed loop), against an app on loopback.
 *
 * <pre>
 * java bench/Load.java PATH APP-KEY CALLERS SECONDS blocking|streaming
 * java bench/Load.java /v1/workflows/run app-… 32 20 blocking
 * </pre>
 *
 * <p>Prints calls per second and, in milliseconds, the times until the answer (blocking) or until
 * the first piece of text (streaming). The first quarter of the time warms up and does not count.
 */
public final class Load {

    private static final int FRAME = "data: ".length();

    public static void main(String[] args) throws Exception {
        String gateway = System.getenv().getOrDefault("HOLDFAST_GATEWAY_URL", "http://127.0.0.1:8080");
        int callers = Integer.parseInt(args[2]);
        long seconds = Long.parseLong(args[3]);
        boolean streaming = args[4].equals("streaming");
        HttpClient client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .build();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(gateway + args[0]))
                        .timeout(Duration.ofSeconds(60))
                        .header("Authorization", "Bearer " + args[1])
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "{\"inputs\":{},\"query\":\"Hello\",\"user\":\"bench\",\"response_mode\":\""
                                                + args[4]
                                                + "\"}"))
                        .build();
        long start = System.nanoTime();
        long counted = start + Duration.ofSeconds(seconds).toNanos() / 4;
        long end = start + Duration.ofSeconds(seconds).toNanos();
        ConcurrentLinkedQueue<Long> times = new ConcurrentLinkedQueue<>();
        AtomicInteger failures = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < callers; i++) {
                threads.submit(
                        () -> {
                            while (System.nanoTime() < end) {
                                long sent = System.nanoTime();
                                try {
                                    long answered = streaming ? stream(client, request) : call(client, request);
                                    if (sent > counted) {
                                        times.add(answered - sent);
                                    }
                                } catch (Exception e) {
                                    if (failures.incrementAndGet() == 1) {
                                        System.err.println("first failure: " + e);
                                    }
                                }
                            }
                        });
            }
        }
        double measured = (System.nanoTime() - counted) / 1e9;
        long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "%d callers: %.1f/s, p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, %d failed%n",
                callers, sorted.length / measured, at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99), failures.get());
    }

    private static long call(HttpClient client, HttpRequest request) throws Exception {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200 || answer.body().contains("\"status\":\"failed\"")) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return System.nanoTime();
    }

    private static long stream(HttpClient client, HttpRequest request) throws Exception {
        HttpResponse<java.util.stream.Stream<String>> answer =
                client.send(request, HttpResponse.BodyHandlers.ofLines());
        long[] first = new long[1];
        try (var lines = answer.body()) {
            lines.forEach(
                    line -> {
                        if (first[0] == 0
                                && (line.startsWith("{\"event\":\"message\"", Math.min(FRAME, line.length()))
                                        || line.startsWith("{\"event\":\"text_chunk\"", Math.min(FRAME, line.length())))) {
                            first[0] = System.nanoTime();
                        }
                    });
        }
        if (first[0] == 0) {
            throw new IllegalStateException(answer.statusCode() + ", no text came");
        }
        return first[0];
    }

    private static double at(long[] sorted, double quantile) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) (quantile * (sorted.length - 1))] / 1e6;
    }
}
