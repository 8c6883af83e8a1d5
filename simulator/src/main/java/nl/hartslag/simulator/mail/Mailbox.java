package nl.hartslag.simulator.mail;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Receives the mail of all customers, as their providers would, on the loopback address. */
public final class Mailbox implements Closeable {
    /** @param sender to whom a bounce goes */
    public record Received(String sender, List<String> recipients, byte[] bytes) {}

    private final ServerSocket server;
    private final Consumer<Received> reader;

    public Mailbox(int port, Consumer<Received> reader) throws IOException {
        server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        this.reader = reader;
        Thread.ofVirtual().name("mailbox").start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            say(out, "220 customers.example");
            String sender = "";
            List<String> recipients = new ArrayList<>();
            for (String line = line(in); line != null; line = line(in)) {
                String verb = line.toUpperCase(Locale.ROOT);
                if (verb.startsWith("EHLO")) {
                    say(out, "250-customers.example\r\n250 8BITMIME");
                } else if (verb.startsWith("MAIL")) {
                    sender = address(line);
                    recipients.clear();
                    say(out, "250 OK");
                } else if (verb.startsWith("RCPT")) {
                    recipients.add(address(line).toLowerCase(Locale.ROOT));
                    say(out, "250 OK");
                } else if (verb.equals("DATA")) {
                    say(out, "354 go on");
                    byte[] message = message(in);
                    say(out, "250 kept");
                    reader.accept(new Received(sender, List.copyOf(recipients), message));
                } else if (verb.equals("QUIT")) {
                    say(out, "221 bye");
                    return;
                } else {
                    say(out, "250 OK");
                }
            }
        } catch (IOException lineDropped) {
            // the sender tries again
        }
    }

    private static byte[] message(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] line = rawLine(in); line != null; line = rawLine(in)) {
            if (line.length == 1 && line[0] == '.') return bytes.toByteArray();
            int from = line.length > 0 && line[0] == '.' ? 1 : 0;
            bytes.write(line, from, line.length - from);
            bytes.write('\r');
            bytes.write('\n');
        }
        throw new IOException("the line dropped in the middle of a message");
    }

    private static String address(String line) {
        int from = line.indexOf('<');
        return line.substring(from + 1, line.indexOf('>', from));
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static @Nullable String line(InputStream in) throws IOException {
        byte[] line = rawLine(in);
        return line == null ? null : new String(line, StandardCharsets.UTF_8);
    }

    /** A line without its end; null at the end of the stream. */
    private static byte @Nullable [] rawLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') return line.toByteArray();
            if (next != '\r') line.write(next);
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
