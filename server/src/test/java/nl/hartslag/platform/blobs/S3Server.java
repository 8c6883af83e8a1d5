package nl.hartslag.platform.blobs;

import static nl.hartslag.testing.Eventually.eventually;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** S3Proxy in a process of its own, on this machine; the build writes down what it needs to run. */
final class S3Server {
    private static final Path CLASS_PATH = Path.of("target/s3-server.classpath");
    private final Path folder;
    private final int port;
    private Process process;

    private S3Server(Path folder, int port) throws IOException {
        this.folder = folder;
        this.port = port;
        startAgain();
    }

    /** @param folder its files are the objects, each folder under {@code files} is a bucket */
    static S3Server start(Path folder, String key, String secret) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Files.writeString(folder.resolve("s3.properties"), """
                s3proxy.authorization=aws-v4
                s3proxy.endpoint=http://127.0.0.1:%d
                s3proxy.identity=%s
                s3proxy.credential=%s
                jclouds.provider=filesystem
                jclouds.identity=%s
                jclouds.credential=%s
                jclouds.filesystem.basedir=%s
                """.formatted(port, key, secret, key, secret, folder.resolve("files")));
        return new S3Server(folder, port);
    }

    void startAgain() throws IOException {
        process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-cp", Files.readString(CLASS_PATH).strip(), "org.gaul.s3proxy.Main", "--properties", folder.resolve("s3.properties").toString())
                .redirectErrorStream(true).redirectOutput(folder.resolve("s3.log").toFile()).start();
        eventually(() -> answers() || !process.isAlive(), this::log);
        if (!process.isAlive()) throw new IOException(log());
    }

    private String log() {
        try {
            return "no S3 server: " + Files.readString(folder.resolve("s3.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answers() {
        try (Socket open = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return open.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    void stop() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) throw new IllegalStateException("the S3 server does not stop");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
