package nl.hartslag.faults;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The product in a process of its own, as {@code ./hartslag serve} starts it. It runs from the jar named by the system property
 * {@code product.jar}, or else from the classes under test.
 */
final class Product implements AutoCloseable {
    private static final long PATIENCE = 180;
    private final Path folder;
    final int port = freePort();
    final int smtpPort = freePort();
    private final List<String> settings;
    private final Map<String, String> environment;
    private Process process;
    private CountDownLatch ready = new CountDownLatch(1);

    /** @param folder for data and log; everyone may enter it */
    Product(Path folder, String... settings) {
        this(folder, Map.of(), settings);
    }

    /** @param environment where its secrets stand, because a command line is read by everyone on the machine */
    Product(Path folder, Map<String, String> environment, String... settings) {
        this.folder = folder;
        this.environment = environment;
        this.settings = List.of(settings);
        // whoever breaks the test off does not leave a product behind
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::close));
    }

    Path data() {
        return folder.resolve("data");
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Returns at once, so that it can be killed while it starts. */
    void launch() {
        List<String> command = new ArrayList<>(program());
        command.addAll(List.of("serve", "--server.port=" + port, "--hartslag.data=" + data(),
                "--hartslag.channels.email.smtp-port=" + smtpPort, "--hartslag.channels.email.smtp-bind=127.0.0.1",
                "--hartslag.channels.email.dns=off"));
        command.addAll(settings);
        ready = new CountDownLatch(1);
        process = start(command);
        CountDownLatch mine = ready;
        BufferedReader said = process.inputReader();
        Thread.startVirtualThread(() -> {
            try (said) {
                for (String line = said.readLine(); line != null; line = said.readLine()) {
                    Files.writeString(log(), line + "\n", java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND);
                    if (line.startsWith("Hartslag is ready: ")) mine.countDown();
                }
            } catch (IOException killed) {
                // nobody speaks any more
            }
        });
    }

    void awaitReady() throws InterruptedException {
        for (long second = 0; !ready.await(1, TimeUnit.SECONDS); second++) {
            if (!process.isAlive() || second > PATIENCE) throw new AssertionError("The product did not start:\n" + lastWords());
        }
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** As Ctrl-C does. @return the exit code */
    int terminate() {
        process.destroy();
        return process.onExit().join().exitValue();
    }

    /** Runs {@code ./hartslag admin …} beside it. @return what it printed, by line */
    List<String> admin(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(program());
        command.addAll(List.of("admin", "--hartslag.data=" + data()));
        command.addAll(List.of(arguments));
        Process admin = start(command);
        List<String> lines = admin.inputReader().lines().toList();
        if (admin.onExit().join().exitValue() != 0) throw new AssertionError("admin failed: " + lines);
        return lines;
    }

    private Path log() {
        return folder.resolve("product.log");
    }

    /** The end of its log, for whoever reads a failed test. */
    String lastWords() {
        try {
            List<String> lines = Files.exists(log()) ? Files.readAllLines(log()) : List.of();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process start(List<String> command) {
        ProcessBuilder program = new ProcessBuilder(command).redirectErrorStream(true);
        program.environment().putAll(environment);
        try {
            return program.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A product that is killed cleans up nothing: what it puts aside goes with its folder. */
    private List<String> program() {
        List<String> program = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Djava.io.tmpdir=" + aside()));
        String jar = System.getProperty("product.jar", "");
        String flags = System.getProperty("product.flags", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx768m");
        program.addAll(Arrays.asList(flags.strip().split("\\s+")));
        if (!jar.isEmpty()) program.addAll(List.of("-jar", jar));
        else program.addAll(List.of("-cp", classesOfTheProduct(), "nl.hartslag.Hartslag"));
        return program;
    }

    private Path aside() {
        try {
            return Files.createDirectories(folder.resolve("aside"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String classesOfTheProduct() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes/"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) kill();
    }
}
