package io.holdfast.scheduler.detector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.contracts.instance.Healthz;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientResponse;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** Probes {@code GET /healthz}, each time on a connection of its own: connecting is part of it. */
@Singleton
class HttpProber implements Prober {

    private final HttpClient client;
    private final ObjectMapper mapper;
    private final Duration timeout;

    @Inject
    HttpProber(Vertx vertx, ObjectMapper mapper, DetectorConfig config) {
        this(vertx, mapper, config.timeout());
    }

    HttpProber(Vertx vertx, ObjectMapper mapper, Duration timeout) {
        int millis = Math.toIntExact(timeout.toMillis());
        this.client =
                vertx.createHttpClient(
                        new HttpClientOptions().setKeepAlive(false).setConnectTimeout(millis));
        this.mapper = mapper;
        this.timeout = timeout;
    }

    @Override
    public Uni<Healthz> probe(Target target) {
        RequestOptions request =
                new RequestOptions()
                        .setMethod(HttpMethod.GET)
                        .setAbsoluteURI(target.url() + "/healthz")
                        .setFollowRedirects(false)
                        .setTimeout(timeout.toMillis());
        return client.request(request)
                .chain(open -> open.send())
                .chain(HttpProber::body)
                .map(this::read)
                .ifNoItem()
                .after(timeout)
                .fail();
    }

    private static Uni<Buffer> body(HttpClientResponse response) {
        if (response.statusCode() != 200) {
            return Uni.createFrom()
                    .failure(new IllegalStateException("answered " + response.statusCode()));
        }
        return response.body();
    }

    private Healthz read(Buffer body) {
        try {
            Healthz answer = mapper.readValue(body.getBytes(), Healthz.class);
            if ("ok".equals(answer.status())) {
                return answer;
            }
            throw new IllegalStateException("answered that it is not ok");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("answered what is no health report", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
