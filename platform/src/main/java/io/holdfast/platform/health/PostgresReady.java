package io.holdfast.platform.health;

import io.holdfast.platform.database.ControlPool;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while PostgreSQL answers within a second. The question is asked at most once a second,
 * however many probes ask, on a connection that the service's own work cannot take.
 */
@Readiness
@Singleton
public class PostgresReady implements AsyncHealthCheck {

    private static final String NAME = "postgresql";
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(1);
    private static final Duration GOOD_FOR = Duration.ofSeconds(1);

    private final Uni<HealthCheckResponse> answer;

    PostgresReady(ControlPool control) {
        this.answer =
                Uni.createFrom()
                        .deferred(() -> control.pool().query("select 1").execute())
                        .ifNoItem()
                        .after(ANSWER_WITHIN)
                        .fail()
                        .map(row -> HealthCheckResponse.up(NAME))
                        .onFailure()
                        .recoverWithItem(PostgresReady::down)
                        .memoize()
                        .forFixedDuration(GOOD_FOR);
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return answer;
    }

    private static HealthCheckResponse down(Throwable fault) {
        return HealthCheckResponse.named(NAME)
                .down()
                .withData("fault", fault.getClass().getSimpleName())
                .build();
    }
}
