package io.holdfast.model.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.model.failure.ModelFailure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderIdTest {

    @ParameterizedTest
    @CsvSource({
        "openai, langgenius/openai/openai",
        "azure_openai, langgenius/azure_openai/azure_openai",
        "langgenius/openai/openai, langgenius/openai/openai",
        "google, langgenius/gemini/google",
        "langgenius/google/google, langgenius/gemini/google",
        "someone/google/google, someone/google/google",
        "someone/their-plugin/their_provider, someone/their-plugin/their_provider",
    })
    void bareAndFullNamesMeanTheSameProvider(String written, String meant) {
        assertThat(ProviderId.of(written)).hasToString(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Open AI", "a/b", "a/b/c/d", "a//c", "OpenAI", "a/b/c!"})
    void anythingElseIsRefused(String written) {
        assertThatThrownBy(() -> ProviderId.of(written))
                .isInstanceOf(ModelFailure.class)
                .hasMessageContaining("'" + written + "'");
    }
}
