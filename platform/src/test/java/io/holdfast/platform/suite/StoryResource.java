package io.holdfast.platform.suite;

import io.holdfast.contracts.event.EventEnvelope;
import io.holdfast.contracts.tenant.Tenants;
import io.holdfast.platform.error.UnavailableException;
import io.holdfast.platform.event.Events;
import io.holdfast.platform.inbox.EventIntake;
import io.holdfast.platform.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A small service that tells of what it is told. */
@Path("/")
@Singleton
public class StoryResource {

    static final String TOPIC = "holdfast.story";

    private final Pool pool;
    private final Outbox outbox;
    private final Events events;
    private final EventIntake intake;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    StoryResource(Pool pool, Outbox outbox, Events events, EventIntake intake) {
        this.pool = pool;
        this.outbox = outbox;
        this.events = events;
        this.intake = intake;
    }

    /** What a caller may ask the service to tell. */
    public record Story(String name, Instant at) {}

    @POST
    @Path("internal/v1/stories")
    public Uni<Story> tell(Story story) {
        EventEnvelope event = events.of("story.told", 1, Tenants.DEFAULT, story.name(), story);
        return pool.withTransaction(tx -> outbox.append(tx, TOPIC, event)).replaceWith(story);
    }

    @GET
    @Path("internal/v1/stories")
    public List<String> heard() {
        return heard;
    }

    @GET
    @Path("public/{fault}")
    public Map<String, String> fail(String fault) {
        throw switch (fault) {
            case "known" -> new UnavailableException("Not now", null);
            case "guarded" -> new CircuitBreakerOpenException("inner words");
            case "http" -> new NotFoundException();
            default -> new IllegalStateException("secret detail");
        };
    }

    @Incoming("story")
    Uni<Void> hear(String value) {
        return intake.take(
                "stories",
                TOPIC,
                value,
                (tx, event) ->
                        Uni.createFrom()
                                .voidItem()
                                .invoke(() ->
                                        heard.add(events.payload(event, Story.class).name())));
    }
}
