package io.holdfast.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GatewayConfigTest {

    @Test
    void clientsThatWaitSixtySecondsForAByteHearAPingInTime() {
        GatewayConfig config =
                new SmallRyeConfigBuilder()
                        .withMapping(GatewayConfig.class)
                        .withConverter(Duration.class, 200, new DurationConverter())
                        .build()
                        .getConfigMapping(GatewayConfig.class);

        assertThat(config.pingEvery()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.maxBody()).isEqualTo(15 * 1024 * 1024);
    }
}
