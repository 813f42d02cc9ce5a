package io.holdfast.testing;

import io.holdfast.local.infra.TestInfrastructure;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Real PostgreSQL and Kafka for a {@code @QuarkusTest} or {@code @QuarkusIntegrationTest}, one of
 * each for all tests of a JVM, so that ids and topics must not clash between tests:
 *
 * <pre>
 * &#64;QuarkusTestResource(HoldfastInfra.class)
 * &#64;QuarkusTestResource(
 *         value = HoldfastInfra.class,
 *         initArgs = &#64;ResourceArg(name = HoldfastInfra.KAFKA, value = "false"))
 * </pre>
 *
 * <p>Gives {@code HOLDFAST_DB_HOST}, {@code HOLDFAST_DB_PORT}, {@code HOLDFAST_DB_NAME}, {@code
 * HOLDFAST_DB_USER}, {@code HOLDFAST_DB_PASSWORD} and {@code HOLDFAST_KAFKA} as configuration.
 */
public final class HoldfastInfra implements QuarkusTestResourceLifecycleManager {

    /** Init argument: {@code false} leaves the broker out. */
    public static final String KAFKA = "kafka";

    private boolean withKafka = true;

    @Override
    public void init(Map<String, String> initArgs) {
        withKafka = Boolean.parseBoolean(initArgs.getOrDefault(KAFKA, "true"));
    }

    @Override
    public Map<String, String> start() {
        return TestInfrastructure.environment(withKafka);
    }

    /** The servers serve the next test too; they end with the JVM. */
    @Override
    public void stop() {}
}
