package io.holdfast.local.cli;

import io.holdfast.local.suite.Service;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What follows {@code up}.
 *
 * @param detach return when ready and leave the suite running
 * @param infra only the database and the broker
 * @param ports changed ports of services
 */
record UpOptions(boolean detach, boolean infra, Map<Service, Integer> ports) {

    static UpOptions parse(List<String> arguments) {
        boolean detach = false;
        boolean infra = false;
        Map<Service, Integer> ports = new EnumMap<>(Service.class);
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            switch (argument) {
                case "--detach", "-d" -> detach = true;
                case "--infra" -> infra = true;
                case "--port" -> {
                    i++;
                    port(i < arguments.size() ? arguments.get(i) : "", ports);
                }
                default -> throw new UsageException("up does not know '" + argument + "'.");
            }
        }
        return new UpOptions(detach, infra, ports);
    }

    private static void port(String argument, Map<Service, Integer> ports) {
        String[] parts = argument.split("=", 2);
        Service service =
                Service.named(parts[0])
                        .orElseThrow(() ->
                                new UsageException(
                                        "--port needs SERVICE=PORT with one of "
                                                + Service.ids()
                                                + ", not '"
                                                + argument
                                                + "'."));
        ports.put(
                service,
                Workspace.parsePort("--port " + argument, parts.length == 2 ? parts[1] : ""));
    }
}
