package io.holdfast.model.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.holdfast.contracts.model.ModelType;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesFileTest {

    private static final Map<String, String> ENVIRONMENT = Map.of("THE_KEY", "sk-1$2");
    private final YAMLMapper yaml = new YAMLMapper();
    private final RoutesFile reader = new RoutesFile(yaml, ENVIRONMENT::get, Set.of("openai"));

    @Test
    void aRouteMayBeOneUpstreamInShort() {
        var route =
                read("""
                routes:
                  - provider: openai
                    model: gpt-4o
                    url: https://models.example/v1/
                    key: ${THE_KEY}
                """)
                        .getFirst();

        assertThat(route.provider()).isEqualTo(ProviderId.of("openai"));
        assertThat(route.type()).isNull();
        var upstream = route.upstreams().getFirst();
        assertThat(upstream.baseUrl()).isEqualTo(URI.create("https://models.example/v1"));
        assertThat(upstream.key()).isEqualTo("sk-1$2");
        assertThat(upstream.name()).isEqualTo("models.example");
        assertThat(upstream.askUsage()).isTrue();
        assertThat(upstream.toString()).doesNotContain("sk-1");
    }

    @Test
    void aRouteMayHaveSeveralUpstreamsAPriceAndItsOwnPatience() {
        var route =
                read("""
                routes:
                  - model: "*"
                    type: llm
                    first-token-timeout: 2m
                    price: {input: "0.5", output: 1.5, currency: EUR}
                    upstreams:
                      - {name: near, url: "http://127.0.0.1:8000/v1"}
                      - name: far
                        url: https://far.example/v1
                        upstream-model: llama-3
                        ask-usage: false
                        headers: {X-Team: blue}
                """)
                        .getFirst();

        assertThat(route.provider()).isNull();
        assertThat(route.type()).isEqualTo(ModelType.LLM);
        assertThat(route.firstToken()).isEqualTo(Duration.ofMinutes(2));
        assertThat(route.price()).isNotNull();
        assertThat(route.price().input()).isEqualTo(new BigDecimal("0.5"));
        assertThat(route.price().unit()).isEqualTo(new BigDecimal("0.000001"));
        var far = route.upstreams().get(1);
        assertThat(far.modelFor("gpt-4o")).isEqualTo("llama-3");
        assertThat(far.askUsage()).isFalse();
        assertThat(far.headers()).containsEntry("X-Team", "blue");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "route: []| unknown field 'route'",
                "routes: {}| must be a list",
                "routes: [{model: a}]| routes[0]: needs a url",
                "routes: [{url: 'ftp://x/v1'}]| no http or https URL",
                "routes: [{url: 'http://x/v1', key: '${NOT_SET}'}]| environment variable NOT_SET",
                "routes: [{url: 'http://x/v1', kee: a}]| unknown field 'kee'",
                "routes: [{url: 'http://x/v1', type: rerank}]| no such model type: rerank",
                "routes: [{url: 'http://x/v1', protocol: soap}]| protocol 'soap'",
                "routes: [{url: 'http://x/v1', first-token-timeout: soon}]| no time such as 90s",
                "routes: [{url: 'http://x/v1', price: {output: '1'}}]| needs 'input'",
            })
    void aFileThatIsNotUnderstoodWholeIsRefusedWithThePlace(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(RoutesFile.Invalid.class)
                .hasMessageContaining(message.strip());
    }

    private List<Route> read(String text) {
        try {
            return reader.read(yaml.readTree(text));
        } catch (JsonProcessingException notYaml) {
            throw new IllegalArgumentException(notYaml);
        }
    }
}
