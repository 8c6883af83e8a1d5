package nl.hartslag.channels.internal.email.imap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An IMAP server with three mails that lists all of them and never hands over the second. */
final class StubbornMailbox implements AutoCloseable {
    private static final Pattern RANGE = Pattern.compile("(?i)(UID )?FETCH (\\d+)(?::(\\d+|\\*))? \\((.*)\\)");
    private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());

    StubbornMailbox() throws IOException {
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    Socket client = server.accept();
                    Thread.ofVirtual().start(() -> serve(client));
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve(Socket client) {
        try (client) {
            BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            OutputStream out = client.getOutputStream();
            say(out, "* OK ready");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                int space = line.indexOf(' ');
                String tag = line.substring(0, space);
                String command = line.substring(space + 1);
                say(out, answer(out, command) ? tag + " OK done" : tag + " NO cannot be read");
                if (command.startsWith("LOGOUT")) return;
            }
        } catch (IOException gone) {
            // so is this line
        }
    }

    private static boolean answer(OutputStream out, String command) throws IOException {
        if (command.startsWith("CAPABILITY")) say(out, "* CAPABILITY IMAP4rev1");
        if (command.startsWith("LIST")) say(out, "* LIST () \"/\" INBOX");
        if (command.startsWith("EXAMINE")) say(out, "* 3 EXISTS\r\n* 0 RECENT\r\n* FLAGS ()\r\n* OK [UIDVALIDITY 7] ok\r\n* OK [UIDNEXT 4] ok");
        Matcher fetch = RANGE.matcher(command);
        if (!fetch.matches()) return true;
        int from = Integer.parseInt(fetch.group(2));
        int to = fetch.group(3) == null ? from : fetch.group(3).equals("*") ? 3 : Integer.parseInt(fetch.group(3));
        boolean body = fetch.group(4).contains("BODY");
        for (int i = Math.min(from, 3); i <= to; i++) {
            if (body && i == 2) return false;
            String mail = "From: jan@klant.example\r\nMessage-ID: <m" + i + "@klant.example>\r\n\r\nMail " + i + "\r\n";
            boolean first = command.contains("<0.") || !command.contains("<");
            String piece = first ? mail : "";
            say(out, body ? "* " + i + " FETCH (UID " + i + " BODY[]" + (command.contains("<") ? first ? "<0>" : "<" + mail.length() + ">" : "")
                    + " {" + piece.length() + "}\r\n" + piece + ")"
                    : "* " + i + " FETCH (UID " + i + " INTERNALDATE \"23-Nov-2026 10:00:00 +0000\" RFC822.SIZE " + mail.length() + ")");
        }
        return true;
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
