package nl.hartslag.platform.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** An application with its database in a process of its own, so that a test can kill it. */
final class ServerInAnotherProcess implements AutoCloseable {

    private final Process process;

    private ServerInAnotherProcess(Process process) {
        this.process = process;
    }

    /** Returns when its database is ready. */
    static ServerInAnotherProcess on(Path data) throws IOException {
        var process = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("java.class.path"), ServerInAnotherProcess.class.getName(), data.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var said = new BufferedReader(process.inputReader());
        for (var line = said.readLine(); !"ready".equals(line); line = said.readLine()) {
            if (line == null) {
                throw new IllegalStateException("The other process ended early");
            }
        }
        return new ServerInAnotherProcess(process);
    }

    long pid() {
        return process.pid();
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** As {@code kill} does; returns the exit code. */
    int terminate() {
        process.destroy();
        return process.onExit().join().exitValue();
    }

    @Override
    public void close() {
        kill();
    }

    public static void main(String[] arguments) throws Exception {
        var server = EmbeddedPostgres.start(Path.of(arguments[0]), EmbeddedPostgres.Durability.FULL);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(server::close));
        System.out.println("ready");
        Thread.currentThread().join();
    }
}
