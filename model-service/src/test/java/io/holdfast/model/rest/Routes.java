package io.holdfast.model.rest;

import io.holdfast.model.route.Route;
import io.holdfast.model.route.Upstream;
import io.holdfast.testing.model.MockOpenAi;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Routes to mock upstreams. */
final class Routes {

    static final String SECRET = "sk-upstream-secret";

    private Routes() {}

    /** A route of all models to these, in this order. */
    static Route to(MockOpenAi... mocks) {
        var upstreams = Stream.of(mocks).map(mock -> upstream(mock, null)).toList();
        return new Route(null, "*", null, upstreams, null, null);
    }

    static Route renaming(MockOpenAi mock, String model, String there) {
        return new Route(null, model, null, List.of(upstream(mock, there)), null, null);
    }

    private static Upstream upstream(MockOpenAi mock, @Nullable String model) {
        var name = "mock-" + mock.url().getPort();
        return new Upstream(
                name, "openai", mock.url(), SECRET, model, Map.of("X-Extra", "yes"), true);
    }
}
