package nl.hartslag.simulator.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** What came out, with when, where and by which command. */
final class Report {
    private final List<String> remarks = new ArrayList<>();
    private final List<String> values = new ArrayList<>();
    private final List<String> times = new ArrayList<>();
    private final long contacts;
    private final String command;

    Report(long contacts, String command) {
        this.contacts = contacts;
        this.command = command;
    }

    void line(String remark) {
        remarks.add(remark);
        System.err.println("bench: " + remark);
    }

    void value(String what, String value, String aim) {
        values.add("| " + what + " | " + value + " | " + aim + " |");
        System.err.println("bench: " + what + ": " + value);
    }

    void times(String what, Samples samples, String aim) {
        times.add("| " + what + " | " + samples.cells() + " | " + aim + " |");
        System.err.println("bench: " + what + " (p50, p95, p99 ms, n): " + samples.cells());
    }

    void appendTo(Path file) throws IOException {
        StringBuilder text = new StringBuilder("\n## ")
                .append(LocalDateTime.now().format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm"))).append("\n\n");
        text.append(machine()).append("; ").append("%,d".formatted(contacts)).append(" past contacts and answers; load average ")
                .append(Files.readString(Path.of("/proc/loadavg")).split(" ")[1]).append(" at the end.\n\n`").append(command).append("`\n\n");
        remarks.forEach(remark -> text.append(remark).append("\n\n"));
        text.append("| what | value | aim |\n|---|---|---|\n");
        values.forEach(value -> text.append(value).append('\n'));
        text.append("\n| what (ms) | p50 | p95 | p99 | n | aim |\n|---|---|---|---|---|---|\n");
        times.forEach(row -> text.append(row).append('\n'));
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        System.out.print(text);
    }

    private static String machine() throws IOException {
        String processor = Files.readAllLines(Path.of("/proc/cpuinfo")).stream().filter(line -> line.startsWith("model name"))
                .findFirst().map(line -> line.substring(line.indexOf(':') + 2)).orElse(System.getProperty("os.arch"));
        long memory = Files.readAllLines(Path.of("/proc/meminfo")).stream().findFirst()
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 / 1024).orElse(0L);
        return processor + ", " + Runtime.getRuntime().availableProcessors() + " cores, " + memory + " GB, " + System.getProperty("os.name")
                + " " + System.getProperty("os.version");
    }
}
