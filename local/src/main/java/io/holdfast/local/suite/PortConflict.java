package io.holdfast.local.suite;

import io.holdfast.local.process.Ports;
import io.holdfast.local.suite.SuiteEnvironment.Slot;
import java.util.ArrayList;
import java.util.List;

/** A port that the suite needs belongs to another program. The message names port and service. */
public final class PortConflict extends RuntimeException {

    private PortConflict(String message) {
        super(message);
    }

    /** Passes when every fixed port is free. */
    static void check(SuiteSettings settings, List<Slot> slots) {
        List<String> taken = new ArrayList<>();
        note(taken, settings.postgresPort(), "PostgreSQL", "HOLDFAST_POSTGRES_PORT");
        note(taken, settings.kafkaPort(), "Kafka", "HOLDFAST_KAFKA_PORT");
        for (Slot slot : slots) {
            note(taken, slot.port(), slot.service().id(), slot.service().portVariable());
        }
        if (!taken.isEmpty()) {
            throw new PortConflict(String.join("\n", taken));
        }
    }

    private static void note(List<String> taken, int port, String owner, String variable) {
        if (port != 0 && !Ports.isFree(port)) {
            taken.add(
                    "Port "
                            + port
                            + ", which "
                            + owner
                            + " needs, is taken by another program. Stop that program or choose"
                            + " another port: "
                            + variable
                            + "="
                            + (port < 50_000 ? port + 10_000 : port - 10_000)
                            + " ./holdfast up");
        }
    }
}
