package nl.hartslag.simulator.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The product as a process of its own, with a data folder of its own. */
final class Product {
    private final List<String> command;
    private final Path data;
    private final Path log;
    private Process process;
    private long readyMillis;

    private Product(List<String> command, Path data, Process process) {
        this.command = command;
        this.data = data;
        this.log = data.resolveSibling(data.getFileName() + ".log");
        this.process = process;
    }

    static Product start(List<String> command, Path data) throws IOException {
        Product product = new Product(command, data, null);
        product.start();
        return product;
    }

    /** Starts and waits until it says that it is ready. */
    void start() throws IOException {
        long begun = System.nanoTime();
        List<String> whole = new ArrayList<>(command);
        process = new ProcessBuilder(whole).redirectErrorStream(true).start();
        BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.append(line).append('\n');
            if (line.startsWith("Hartslag is ready")) {
                readyMillis = (System.nanoTime() - begun) / 1_000_000;
                Files.writeString(log, said);
                Thread.ofVirtual().start(() -> drain(out));
                return;
            }
        }
        throw new IOException("the product did not start:\n" + said);
    }

    private void drain(BufferedReader out) {
        try {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                Files.writeString(log, line + "\n", java.nio.file.StandardOpenOption.APPEND);
            }
        } catch (IOException stopped) {
            // the process has ended
        }
    }

    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
    }

    long readyMillis() {
        return readyMillis;
    }

    /** Memory of all its processes in MB, with shared pages divided among their users (PSS). */
    long memory() throws IOException {
        long kilobytes = memoryOf(process.pid());
        try (Stream<ProcessHandle> children = process.descendants()) {
            for (ProcessHandle child : children.toList()) kilobytes += memoryOf(child.pid());
        }
        return kilobytes / 1024;
    }

    /** Processor time that the product and its database have used so far, which other work on the machine hardly changes. */
    Duration cpu() {
        try (Stream<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())) {
            return all.flatMap(each -> each.info().totalCpuDuration().stream()).reduce(Duration.ZERO, Duration::plus);
        }
    }

    /** Waits until nothing is left in the outbox, so that what one measurement caused does not run into the next. */
    Duration untilAllLeft() throws IOException, SQLException, InterruptedException {
        long begun = System.nanoTime();
        try (Connection database = database(); Statement statement = database.createStatement()) {
            String waiting = "select count(*) from contacts.outbox where state in ('pending', 'sending') and not_before <= now()";
            while (true) {
                try (ResultSet row = statement.executeQuery(waiting)) {
                    row.next();
                    if (row.getLong(1) == 0) return Duration.ofNanos(System.nanoTime() - begun);
                }
                Thread.sleep(100);
            }
        }
    }

    private static long memoryOf(long pid) throws IOException {
        Path rollup = Path.of("/proc", Long.toString(pid), "smaps_rollup");
        if (!Files.exists(rollup)) return 0;
        return Files.readAllLines(rollup).stream().filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).sum();
    }

    /** A connection to its database beside the product, for loading history and for the yardstick. */
    Connection database() throws IOException, SQLException {
        String port = Files.readAllLines(data.resolve("database/postmaster.pid")).get(3).strip();
        String password = Files.readString(data.resolve("database-password")).strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/hartslag", "hartslag", password);
    }
}
