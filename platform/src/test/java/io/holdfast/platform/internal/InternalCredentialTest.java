package io.holdfast.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InternalCredentialTest {

    private static final String SECRET = "a-secret-of-some-length";

    private final InternalCredential credential = new InternalCredential(SECRET);

    @Test
    void itAdmitsWhatItSends() {
        assertThat(credential.admits(credential.header())).isTrue();
        assertThat(credential.admits("bearer " + SECRET)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Basic a-secret-of-some-length",
                SECRET,
                "Bearer x"
            })
    void itAdmitsNothingElse(String header) {
        assertThat(credential.admits(header)).isFalse();
        assertThat(credential.admits(null)).isFalse();
        assertThat(credential.admits("Bearer " + SECRET + "x")).isFalse();
    }

    @Test
    void itIsNeverPrinted() {
        assertThat(credential).hasToString("InternalCredential[redacted]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", InternalConfig.DEVELOPMENT_TOKEN})
    void productionDoesNotStartWithATokenThatAnybodyCanGuess(String token) {
        var guard = new InternalTokenGuard(new InternalCredential(token), profile("prod"));

        assertThatThrownBy(() -> guard.check(new StartupEvent()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("HOLDFAST_INTERNAL_TOKEN");
    }

    @Test
    void productionStartsWithASecretAndDevelopmentWithAnything() {
        new InternalTokenGuard(credential, profile("prod")).check(new StartupEvent());
        new InternalTokenGuard(
                        new InternalCredential(InternalConfig.DEVELOPMENT_TOKEN), profile("dev"))
                .check(new StartupEvent());
    }

    private static SmallRyeConfig profile(String name) {
        return new SmallRyeConfigBuilder().withProfiles(List.of(name)).build();
    }
}
