package nl.hartslag.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import nl.hartslag.testing.Browser;
import tools.jackson.databind.JsonNode;

/**
 * Customers who mail and chat without end. Like every mail server and like the widget they repeat what was not acknowledged, word
 * for word, until it is; so in the end each thing they sent must be there exactly once.
 */
final class Senders implements AutoCloseable {
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int MESSAGES_PER_VISITOR = 12;
    private final Product product;
    private final Shop shop;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicInteger number = new AtomicInteger();
    private volatile boolean stopping;
    /** What was acknowledged, as the words it said. */
    final Queue<String> mails = new ConcurrentLinkedQueue<>();
    /** Per visitor what was acknowledged, in the order in which it was said. */
    final Queue<List<String>> chats = new ConcurrentLinkedQueue<>();
    /** Answers of a mail receiver that asks to come back later. */
    final AtomicInteger laters = new AtomicInteger();
    /** How often the very same was sent again. */
    final AtomicInteger repeats = new AtomicInteger();
    /** What no client should ever hear. */
    final Queue<String> surprises = new ConcurrentLinkedQueue<>();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicLong longest = new AtomicLong();

    Senders(Product product, Shop shop) {
        this.product = product;
        this.shop = shop;
        for (int i = 0; i < 2; i++) {
            threads.add(Thread.ofVirtual().start(() -> until(this::mail)));
            threads.add(Thread.ofVirtual().start(() -> until(this::chat)));
        }
    }

    /** No new mails and chats; what was begun is repeated until it is acknowledged. */
    void finish() throws InterruptedException {
        stopping = true;
        for (Thread thread : threads) thread.join();
    }

    int acknowledged() {
        return acknowledged.get();
    }

    /** Waits until so many more are acknowledged. */
    void awaitAcknowledged(int more) throws InterruptedException {
        int wanted = acknowledged.get() + more;
        Instant givenUp = Instant.now().plus(PATIENCE);
        while (acknowledged.get() < wanted) {
            assertThat(Instant.now()).as("nothing is acknowledged any more; " + surprises).isBefore(givenUp);
            Thread.sleep(5);
        }
    }

    /** The longest that anybody waited for an acknowledgement. */
    Duration longestWait() {
        return Duration.ofNanos(longest.get());
    }

    private interface Act {
        void run() throws InterruptedException;
    }

    private void until(Act act) {
        try {
            while (!stopping) act.run();
        } catch (InterruptedException closed) {
            // the test is over
        }
    }

    private interface Attempt {
        boolean acknowledged() throws IOException, InterruptedException;
    }

    private void repeat(Attempt attempt) throws InterruptedException {
        long began = System.nanoTime();
        while (true) {
            try {
                if (attempt.acknowledged()) break;
            } catch (IOException connectionLost) {
                // as good as no answer
            }
            repeats.incrementAndGet();
            Thread.sleep(PAUSE_AFTER_FAILURE);
        }
        acknowledged.incrementAndGet();
        long waited = System.nanoTime() - began;
        longest.accumulateAndGet(waited, Math::max);
    }

    private void mail() throws InterruptedException {
        String words = "mail-" + number.incrementAndGet() + "-" + UUID.randomUUID();
        String from = words + "@customer.example";
        byte[] mail = ("From: Klant <" + from + ">\r\nTo: " + Shop.ADDRESS + "\r\nSubject: Vraag\r\nMessage-ID: <" + words
                + "@customer.example>\r\nDate: Mon, 02 Mar 2026 10:00:00 +0100\r\n\r\n" + words + "\r\n").getBytes(StandardCharsets.US_ASCII);
        repeat(() -> delivered(from, mail));
        mails.add(words);
    }

    private boolean delivered(String from, byte[] mail) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", product.smtpPort), 2_000);
            socket.setSoTimeout(90_000);
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            OutputStream out = socket.getOutputStream();
            return expect(in, "220") && say(in, out, "EHLO customer.example", "250") && say(in, out, "MAIL FROM:<" + from + ">", "250")
                    && say(in, out, "RCPT TO:<" + Shop.ADDRESS + ">", "250") && say(in, out, "DATA", "354")
                    && say(in, out, new String(mail, StandardCharsets.US_ASCII) + ".", "250");
        }
    }

    private boolean say(BufferedReader in, OutputStream out, String line, String wanted) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return expect(in, wanted);
    }

    private boolean expect(BufferedReader in, String wanted) throws IOException {
        String line = in.readLine();
        while (line != null && line.length() > 3 && line.charAt(3) == '-') line = in.readLine();
        if (line == null) return false;
        if (line.startsWith("4")) laters.incrementAndGet();
        else if (!line.startsWith(wanted)) surprises.add("SMTP: " + line);
        return line.startsWith(wanted);
    }

    private void chat() throws InterruptedException {
        String[] token = {""};
        repeat(() -> {
            JsonNode answer = post("", "/visits", Map.of());
            token[0] = answer.path("token").asString("");
            return !token[0].isEmpty();
        });
        List<String> said = new ArrayList<>();
        for (int i = 0; i < MESSAGES_PER_VISITOR && !(stopping && i > 0); i++) {
            String words = "chat-" + number.incrementAndGet() + "-" + UUID.randomUUID();
            Map<String, String> message = Map.of("clientKey", UUID.randomUUID().toString(), "text", words);
            String path = i == 0 ? "/conversations" : "/messages";
            repeat(() -> post(token[0], path, message).has("conversation"));
            said.add(words);
        }
        chats.add(said);
    }

    /** @return the answer, or an empty one when the product said that it cannot now */
    private JsonNode post(String token, String path, Map<String, ?> body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(product.address() + "/api/widget/" + shop.widget + path))
                .timeout(Duration.ofSeconds(90)).header("Content-Type", "application/json");
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        var response = http.send(request.POST(BodyPublishers.ofString(Browser.JSON.writeValueAsString(body))).build(), BodyHandlers.ofString());
        if (response.statusCode() < 300) return Browser.JSON.readTree(response.body());
        boolean later = response.statusCode() == 503 && response.body().contains("\"code\"");
        if (!later) surprises.add(path + ": " + response.statusCode() + " " + response.body());
        return Browser.JSON.createObjectNode();
    }

    @Override
    public void close() {
        stopping = true;
        threads.forEach(Thread::interrupt);
    }
}
