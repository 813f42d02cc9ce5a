package io.holdfast.local.suite;

import io.holdfast.local.infra.Infrastructure;
import io.holdfast.local.infra.KafkaBroker;
import io.holdfast.local.infra.LogTail;
import io.holdfast.local.infra.PostgresServer;
import io.holdfast.local.suite.SuiteEnvironment.Slot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A running suite: database, broker and the packaged services as processes of their own, on
 * loopback. Whatever kills this process takes them along.
 *
 * <pre>
 * try (Suite suite = Suite.start(SuiteSettings.forTests(repository, temporaryFolder))) {
 *     call(suite.url(Service.API_GATEWAY), suite.consoleToken());
 *     suite.kill("execution-engine-1");        // kill -9; it is started again by itself
 *     suite.awaitReady("execution-engine-1");
 * }
 * </pre>
 */
public final class Suite implements AutoCloseable {

    private final SuiteSettings settings;
    private final Infrastructure infrastructure;
    private final SuiteEnvironment environment;
    private final Readiness readiness;
    private final List<Slot> slots;
    private final Map<String, SupervisedInstance> instances = new LinkedHashMap<>();
    private final InstanceFactory factory;

    private Suite(
            SuiteSettings settings,
            Infrastructure infrastructure,
            List<Slot> slots,
            SuiteObserver observer) {
        this.settings = settings;
        this.infrastructure = infrastructure;
        this.slots = List.copyOf(slots);
        this.readiness = new Readiness();
        this.environment = new SuiteEnvironment(settings, infrastructure.environment(), slots);
        this.factory = new InstanceFactory(settings, environment, observer, readiness);
    }

    /** Starts a suite that tells nobody; see {@link #start(SuiteSettings, SuiteObserver)}. */
    public static Suite start(SuiteSettings settings) {
        return start(settings, SuiteObserver.SILENT);
    }

    /**
     * Starts database and broker, then all services at once, and returns when all are ready.
     *
     * @throws PortConflict when a fixed port is taken; nothing was started then
     * @throws SuiteStartFailure when a service is not built or does not become ready; everything is
     *     stopped then
     */
    public static Suite start(SuiteSettings settings, SuiteObserver observer) {
        List<Slot> slots = slots(settings);
        PortConflict.check(settings, slots);
        long begin = System.nanoTime();
        Infrastructure infrastructure =
                Infrastructure.start(
                        settings.postgres(), settings.home().data("kafka"), settings.kafkaPort());
        observer.infrastructureReady(Duration.ofNanos(System.nanoTime() - begin));
        Suite suite = new Suite(settings, infrastructure, slots, observer);
        try {
            suite.startServices();
            return suite;
        } catch (RuntimeException e) {
            suite.close();
            throw e;
        }
    }

    private static List<Slot> slots(SuiteSettings settings) {
        List<Slot> slots = new ArrayList<>();
        for (Service service : Service.values()) {
            if (settings.services().contains(service)) {
                for (int number = 1; number <= settings.replicasOf(service); number++) {
                    slots.add(new Slot(service, number, settings.portOf(service, number)));
                }
            }
        }
        return slots;
    }

    private void startServices() {
        for (Slot slot : slots) {
            instances.put(slot.name(), factory.make(slot));
        }
        instances.values().forEach(SupervisedInstance::start);
        awaitAllReady(settings.readyLimit());
    }

    /**
     * Waits until every instance is ready.
     *
     * @throws SuiteStartFailure when one is given up or the time is over
     */
    public void awaitAllReady(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        for (SupervisedInstance instance : instances.values()) {
            awaitReady(instance, Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        }
    }

    /** Waits, for a minute at most, until the instance is ready. */
    public void awaitReady(String instance) {
        awaitReady(instance(instance), Duration.ofMinutes(1));
    }

    private static void awaitReady(SupervisedInstance instance, Duration limit) {
        if (!instance.awaitReady(limit)) {
            throw new SuiteStartFailure(
                    instance.name()
                            + " did not become ready ("
                            + instance.state()
                            + "). Its last lines in "
                            + instance.log()
                            + ":\n"
                            + LogTail.of(instance.log(), 30));
        }
    }

    /** Address of the service's first instance, without a slash at the end. */
    public String url(Service service) {
        return instance(service.id() + "-1").url();
    }

    /** Addresses of all instances of the service. */
    public List<String> urls(Service service) {
        return slots.stream().filter(slot -> slot.service() == service).map(Slot::url).toList();
    }

    /** The credential of the console API. */
    public String consoleToken() {
        return settings.environment()
                .getOrDefault("HOLDFAST_CONSOLE_TOKEN", settings.home().consoleToken());
    }

    /** The credential by which the services know each other. */
    public String internalToken() {
        return settings.environment()
                .getOrDefault("HOLDFAST_INTERNAL_TOKEN", settings.home().internalToken());
    }

    /** The database. */
    public PostgresServer postgres() {
        return infrastructure.postgres();
    }

    /** The broker. */
    public KafkaBroker kafka() {
        return infrastructure.kafka();
    }

    /** How the suite is run. */
    public SuiteSettings settings() {
        return settings;
    }

    /** All instances now; each is asked whether it is ready. */
    public List<InstanceStatus> status() {
        try (ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor()) {
            return slots.stream()
                    .map(slot -> CompletableFuture.supplyAsync(() -> status(slot), asking))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
    }

    private InstanceStatus status(Slot slot) {
        SupervisedInstance instance = instance(slot.name());
        long pid = instance.pid();
        return new InstanceStatus(
                slot.service().id(),
                slot.name(),
                pid,
                slot.url(),
                // Asked without a process as well: dev mode may have taken its place.
                readiness.of(slot.url()),
                instance.restarts(),
                instance.state());
    }

    /** Process id of the instance, 0 when it does not run. */
    public long pid(String instance) {
        return instance(instance).pid();
    }

    /** Kills the instance with SIGKILL and waits until it is gone; then the policy decides. */
    public void kill(String instance) {
        instance(instance).kill();
    }

    /** Asks the instance to end, waits for it, and leaves it down. */
    public void stop(String instance) {
        instance(instance).stop();
    }

    /** Starts an instance that is down; does not wait. */
    public void startInstance(String instance) {
        instance(instance).start();
    }

    /** The variables that all services are started with, the credentials among them. */
    public Map<String, String> sharedEnvironment() {
        return environment.shared();
    }

    /** The variables that the instance is started with, the credentials among them. */
    public Map<String, String> environmentOf(String instance) {
        return slots.stream()
                .filter(slot -> slot.name().equals(instance))
                .findFirst()
                .map(environment::of)
                .orElseThrow(() -> unknown(instance));
    }

    private SupervisedInstance instance(String name) {
        SupervisedInstance instance = instances.get(name);
        if (instance == null) {
            throw unknown(name);
        }
        return instance;
    }

    private IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException(
                "There is no instance " + name + "; there are " + instances.keySet() + ".");
    }

    /** Trains the start-up caches that are missing, one after the other; takes about a minute. */
    public void trainCaches() throws InterruptedException {
        for (Slot slot : slots) {
            if (settings.aot() && slot.number() == 1) {
                train(slot);
            }
        }
    }

    private void train(Slot slot) throws InterruptedException {
        AotCache cache = factory.cache(slot.service());
        SupervisedInstance instance = instance(slot.name());
        long pid = instance.pid();
        if (!cache.fits() && pid != 0 && instance.state() == InstanceState.READY) {
            cache.complete(AotCache.jcmd(), pid, settings.home().log("aot"));
        }
    }

    /** Stops all services at once, then the broker and the database. */
    @Override
    public void close() {
        try (ExecutorService stopping = Executors.newVirtualThreadPerTaskExecutor()) {
            instances.values().forEach(instance -> stopping.execute(instance::stop));
        } finally {
            readiness.close();
            infrastructure.close();
        }
    }
}
