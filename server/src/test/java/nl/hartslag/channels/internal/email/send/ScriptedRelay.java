package nl.hartslag.channels.internal.email.send;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** An SMTP server that answers what a test wants answered, and remembers what it was told. */
final class ScriptedRelay implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final Map<String, String> answers = new LinkedHashMap<>();
    final List<String> said = new CopyOnWriteArrayList<>();
    final List<String> mails = new CopyOnWriteArrayList<>();

    ScriptedRelay() throws IOException {
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try (Socket client = server.accept()) {
                    serve(client);
                } catch (SocketException closed) {
                    return;
                } catch (IOException gone) {
                    // the next one
                }
            }
        });
    }

    int port() {
        return server.getLocalPort();
    }

    /** To a line that begins like this it answers that, instead of saying yes. */
    ScriptedRelay to(String beginning, String answer) {
        answers.put(beginning, answer);
        return this;
    }

    private void serve(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = client.getOutputStream();
        say(out, "220 relay.test");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String heard = line;
            said.add(heard);
            String answer = answers.entrySet().stream().filter(a -> heard.startsWith(a.getKey())).map(Map.Entry::getValue).findFirst().orElse(null);
            if (answer != null) say(out, answer);
            else if (heard.startsWith("EHLO")) say(out, "250-relay.test\r\n250-8BITMIME\r\n250 SMTPUTF8");
            else if (heard.equals("DATA")) data(in, out);
            else say(out, heard.equals("QUIT") ? "221 bye" : "250 ok");
        }
    }

    private void data(BufferedReader in, OutputStream out) throws IOException {
        say(out, "354 go on");
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) mail.append(line).append("\r\n");
        mails.add(mail.toString());
        say(out, "250 2.0.0 queued");
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
