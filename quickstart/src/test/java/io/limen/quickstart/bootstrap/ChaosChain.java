package io.limen.quickstart.bootstrap;

import static org.junit.jupiter.api.Assertions.fail;

import io.limen.quickstart.adapter.process.ChildProcess;
import io.limen.quickstart.adapter.process.FreePort;
import io.limen.quickstart.adapter.process.Installation;
import io.limen.quickstart.adapter.process.ServiceProcess;
import io.limen.quickstart.domain.PartFailure;
import io.limen.quickstart.domain.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The services as processes that are started again when they have ended, as whoever deploys them would see to. */
final class ChaosChain implements AutoCloseable {

    private static final String DELIVERY = System.getProperty("chaos.delivery", "share");
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration BUDGET = Duration.ofSeconds(3);

    private final Installation installation = new Installation(Path.of(".."));
    private final RunFolder folder = RunFolder.create();
    private final List<ChildProcess> children = new ArrayList<>();
    private final List<Service> services = new ArrayList<>();
    private final Instant deadline;
    private final DemoSettings settings;
    private String bootstrapServers;
    private int started;

    ChaosChain(Duration limit) throws IOException {
        installation.missing().ifPresent(line -> fail("the chain needs the jars of every module: " + line));
        deadline = Instant.now().plus(limit);
        Path deadly = DeadlyModel.in(folder.folder("models"), installation.models());
        settings = new DemoSettings(
                installation, List.of(deadly), List.of(), false, BUDGET, FreePort.any(), Scenario.STEADY);
    }

    /** A service and what it is started with. */
    final class Service {

        private final String name;
        private final Supplier<List<String>> options;
        private ServiceProcess process;
        private Path workFolder;
        private int starts;

        private Service(String name, Supplier<List<String>> options) {
            this.name = name;
            this.options = options;
            start();
        }

        private void start() {
            workFolder = folder.folder(name + "-" + started++);
            process = installation.service(name).start(options.get(), FreePort.any(), workFolder);
            children.add(process.process());
            starts++;
        }

        /** Waits until it is ready, and starts it again when it ends before, which it says. */
        void awaitReady() {
            for (Optional<PartFailure> failure = process.awaitReady(deadline);
                    failure.isPresent();
                    failure = process.awaitReady(deadline)) {
                if (process.process().exitCode().isEmpty()) {
                    fail(failure.get().toString());
                }
                revive();
            }
        }

        private void revive() {
            process.process().ended().ifPresent(failure -> System.out.println("  " + failure.what()));
            start();
        }

        /** SIGKILL, and at once a new one. */
        void kill() {
            process.process().kill();
            start();
        }

        /** SIGKILL, and a new one when something has been done about what it leaves. */
        void restartAfter(Runnable meanwhile) {
            process.process().kill();
            process.process().close();
            meanwhile.run();
            start();
        }

        ServiceProcess process() {
            return process;
        }

        Path log() {
            return workFolder.resolve(name + ".log");
        }

        int starts() {
            return starts;
        }
    }

    Path folder(String name) {
        return folder.folder(name);
    }

    Path models() {
        return installation.models();
    }

    /** Where services that are started from now on find the broker. */
    void reach(String broker) {
        bootstrapServers = broker;
    }

    Service aggregator(Path state) {
        return added(new Service("aggregator", () -> settings.aggregatorOptions(bootstrapServers, state)));
    }

    Service explainer(int workers) {
        return added(new Service("explainer-service", () -> {
            List<String> options = new ArrayList<>(settings.explainerOptions(bootstrapServers));
            options.add("-XX:-CreateCoredumpOnCrash");
            options.add("-Dlimen.workers=" + workers);
            options.add("-Dlimen.delivery=" + DELIVERY);
            options.add("-Dlimen.explain.cache=" + folder.folder("cache"));
            return options;
        }));
    }

    private Service added(Service service) {
        services.add(service);
        return service;
    }

    /** Lets the producer publish so many phantoms for the demo's models. */
    void publish(int cases, String broker) {
        List<String> arguments = new ArrayList<>(List.of("publish", "--phantoms", String.valueOf(cases)));
        arguments.addAll(List.of("--site", "chaos", "--bootstrap", broker));
        settings.scenario().models().forEach(model -> arguments.addAll(List.of("--model", model)));
        children.add(ChildProcess.start(installation.producer(arguments, folder.folder("producer"))));
    }

    /** Waits for it, and starts again what ends meanwhile. */
    void await(String what, Tally tally, BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            services.stream()
                    .filter(service -> service.process.process().exitCode().isPresent())
                    .forEach(Service::revive);
            if (Instant.now().isAfter(deadline)) {
                fail("waited for " + what + ": " + tally);
            }
            // the cores are for the services
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Asks all of them to stop and waits until they have; they need the broker for that. */
    void stopServices() {
        services.clear();
        children.forEach(ChildProcess::requestStop);
        children.forEach(ChildProcess::close);
    }

    @Override
    public void close() {
        stopServices();
        folder.close();
    }
}
