package io.holdfast.local.suite;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The variables that the suite gives to its services. */
final class SuiteEnvironment {

    private final SuiteSettings settings;
    private final Map<String, String> infrastructure;
    private final List<Slot> slots;

    SuiteEnvironment(SuiteSettings settings, Map<String, String> infrastructure, List<Slot> slots) {
        this.settings = settings;
        this.infrastructure = Map.copyOf(infrastructure);
        this.slots = List.copyOf(slots);
    }

    /** A place for one instance: which service, under which name, on which port. */
    record Slot(Service service, int number, int port) {

        String name() {
            return service.id() + "-" + number;
        }

        String url() {
            return "http://127.0.0.1:" + port;
        }
    }

    /** The variables that every instance has. */
    Map<String, String> shared() {
        Map<String, String> all = new TreeMap<>(infrastructure);
        all.put("HOLDFAST_CONSOLE_TOKEN", settings.home().consoleToken());
        all.put("HOLDFAST_INTERNAL_TOKEN", settings.home().internalToken());
        all.put("HOLDFAST_SECRET_KEY", settings.home().secretKey());
        all.put("HOLDFAST_FILES_DIR", settings.home().files().toString());
        slots.stream()
                .filter(slot -> slot.service() == Service.API_GATEWAY)
                .min(Comparator.comparingInt(Slot::number))
                .ifPresent(gateway -> all.put("HOLDFAST_FILES_URL", gateway.url()));
        for (Service service : Service.values()) {
            String urls = urls(service);
            if (!urls.isEmpty()) {
                all.put(service.urlVariable(), urls);
            }
        }
        all.putAll(settings.environment());
        return all;
    }

    /** All variables of one instance. */
    Map<String, String> of(Slot slot) {
        Map<String, String> all = shared();
        all.put("HOLDFAST_INSTANCE_ID", slot.name());
        all.put("HOLDFAST_DATA_DIR", settings.home().data(slot.name()).toString());
        all.put("QUARKUS_HTTP_PORT", Integer.toString(slot.port()));
        return all;
    }

    private String urls(Service service) {
        return slots.stream()
                .filter(slot -> slot.service() == service)
                .sorted(Comparator.comparingInt(Slot::number))
                .map(Slot::url)
                .collect(Collectors.joining(","));
    }
}
