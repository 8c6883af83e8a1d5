package nl.hartslag.channels.internal.email.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** An SMTP client that says exactly what a test wants said. */
final class RawSmtp implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader in;
    private final OutputStream out;

    RawSmtp(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        out = socket.getOutputStream();
        answer();
        say("EHLO klant.example");
    }

    /** @return the answer, its last line */
    String say(String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        return answer();
    }

    /** Hands over one mail. @return the answer to the first step that was refused, or to the mail itself */
    String deliver(String from, byte[] mail, String... recipients) throws IOException {
        String answer = say("MAIL FROM:<" + from + ">");
        for (String recipient : recipients) if (answer.startsWith("250")) answer = say("RCPT TO:<" + recipient + ">");
        if (answer.startsWith("250")) answer = say("DATA");
        if (!answer.startsWith("354")) return answer;
        String text = new String(mail, StandardCharsets.ISO_8859_1).replace("\r\n.", "\r\n..");
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.write("\r\n.\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return answer();
    }

    private String answer() throws IOException {
        String line = in.readLine();
        while (line != null && line.length() > 3 && line.charAt(3) == '-') line = in.readLine();
        return line == null ? "" : line;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
