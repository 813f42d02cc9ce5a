package io.holdfast.model.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.contracts.model.ModelType;
import io.holdfast.model.failure.ModelFailure;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RouteTableTest {

    private static final ProviderId OPENAI = ProviderId.of("openai");
    private static final ProviderId OTHER = ProviderId.of("deepseek");
    private final Route demo = route(null, "*", "demo");
    private final Route builtIn =
            new Route(
                    null,
                    "all-MiniLM-L6-v2",
                    ModelType.TEXT_EMBEDDING,
                    List.of(upstream("built-in")),
                    null,
                    null);

    @Test
    void theFirstRouteThatServesARequestWins() {
        var table =
                table(
                        route(OPENAI, "gpt-4o", "exact"),
                        route(OPENAI, "gpt-*", "prefix"),
                        route(OPENAI, "*", "openai"),
                        route(null, "*", "default"));

        assertThat(served(table, OPENAI, "gpt-4o")).isEqualTo("exact");
        assertThat(served(table, OPENAI, "gpt-5")).isEqualTo("prefix");
        assertThat(served(table, OPENAI, "o3")).isEqualTo("openai");
        assertThat(served(table, OTHER, "deepseek-chat")).isEqualTo("default");
    }

    @Test
    void aCallerWhoNamesNoProviderGetsTheModelByItsName() {
        var table = table(route(OPENAI, "gpt-4o", "exact"), route(OTHER, "*", "other"));

        assertThat(served(table, null, "gpt-4o")).isEqualTo("exact");
        assertThat(served(table, null, "whatever")).isEqualTo("other");
    }

    @Test
    void theDemoAnswersOnlyWhereNothingIsConfigured() {
        assertThat(served(table(), OPENAI, "gpt-4o")).isEqualTo("demo");

        var real = table(route(OPENAI, "*", "openai"));
        assertThatThrownBy(() -> served(real, OTHER, "deepseek-chat"))
                .isInstanceOf(ModelFailure.class)
                .hasMessageContaining("deepseek-chat")
                .hasMessageContaining("models.yaml");
        assertThatThrownBy(() -> served(real, OTHER, "demo")).isInstanceOf(ModelFailure.class);
    }

    @Test
    void theBuiltInModelGoesBeforeRoutesThatPassEveryNameOnButNotBeforeItsOwnRoute() {
        var wide = table(route(null, "*", "default"));
        var own = table(route(null, "all-MiniLM-L6-v2", "own"));

        assertThat(embeds(wide)).isEqualTo("built-in");
        assertThat(embeds(own)).isEqualTo("own");
        assertThat(embeds(table())).isEqualTo("built-in");
    }

    private String embeds(RouteTable table) {
        return table.resolve(ModelType.TEXT_EMBEDDING, null, "all-MiniLM-L6-v2")
                .upstreams()
                .getFirst()
                .name();
    }

    private static String served(RouteTable table, @Nullable ProviderId provider, String model) {
        return table.resolve(ModelType.LLM, provider, model).upstreams().getFirst().name();
    }

    private RouteTable table(Route... configured) {
        return new RouteTable(List.of(configured), List.of(builtIn), demo);
    }

    private static Route route(@Nullable ProviderId provider, String model, String name) {
        return new Route(provider, model, null, List.of(upstream(name)), null, null);
    }

    private static Upstream upstream(String name) {
        return new Upstream(
                name, "openai", URI.create("http://localhost/v1"), null, null, Map.of(), true);
    }
}
