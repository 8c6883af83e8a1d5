package nl.hartslag.simulator.mail;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One connection to a mail server, over which any number of messages go. */
public final class SmtpClient implements Closeable {
    private static final int TIMEOUT_MILLIS = 30_000;

    private final Socket socket = new Socket();
    private final InputStream in;
    private final OutputStream out;

    public SmtpClient(String host, int port) throws IOException {
        socket.connect(new InetSocketAddress(host, port), TIMEOUT_MILLIS);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
        out = new BufferedOutputStream(socket.getOutputStream(), 16_384);
        expect(2);
        command("EHLO customers.example", 2);
    }

    /** Returns when the server has taken responsibility for the message. */
    public void send(String from, String to, byte[] message) throws IOException {
        begin(from, to);
        writeBody(message, message.length);
        write("\r\n.\r\n");
        out.flush();
        expect(2);
    }

    /** Sends half of a message and hangs up, as a line that drops does. */
    public void breakOff(String from, String to, byte[] message) throws IOException {
        begin(from, to);
        writeBody(message, message.length / 2);
        out.flush();
        socket.close();
    }

    private void begin(String from, String to) throws IOException {
        command("MAIL FROM:<" + from + ">", 2);
        command("RCPT TO:<" + to + ">", 2);
        command("DATA", 3);
    }

    private void writeBody(byte[] message, int length) throws IOException {
        boolean atLineStart = true;
        for (int i = 0; i < length; i++) {
            if (atLineStart && message[i] == '.') out.write('.');
            out.write(message[i]);
            atLineStart = message[i] == '\n';
        }
    }

    private void command(String line, int expected) throws IOException {
        write(line + "\r\n");
        out.flush();
        expect(expected);
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void expect(int kind) throws IOException {
        String line = line();
        while (line.length() > 3 && line.charAt(3) == '-') line = line();
        if (line.isEmpty() || line.charAt(0) - '0' != kind) throw new IOException("the mail server answered: " + line);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) throw new EOFException("the mail server hung up");
            if (next != '\r') line.append((char) next);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
