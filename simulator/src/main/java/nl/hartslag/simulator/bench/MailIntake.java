package nl.hartslag.simulator.bench;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import nl.hartslag.simulator.mail.Letter;
import nl.hartslag.simulator.mail.LetterBytes;
import nl.hartslag.simulator.mail.SmtpClient;

/** Mails over SMTP, from "accepted" to the agent's stream. */
final class MailIntake {
    private final int smtpPort;
    private final Screen screen;

    MailIntake(int smtpPort, Screen screen) {
        this.smtpPort = smtpPort;
        this.screen = screen;
    }

    /** @param perSecond durable and on the screen */
    record Outcome(Samples toScreen, double acceptedPerSecond, double perSecond, int lost) {}

    /** @param rate mails per second, or 0 for as fast as they are taken */
    Outcome run(String kind, int mails, int connections, double rate) throws InterruptedException {
        Map<String, Long> accepted = new ConcurrentHashMap<>();
        AtomicInteger next = new AtomicInteger();
        long started = System.nanoTime();
        Crowd.of(connections, "mail intake", connection -> {
            try (SmtpClient client = new SmtpClient("127.0.0.1", smtpPort)) {
                for (int number = next.getAndIncrement(); number < mails; number = next.getAndIncrement()) {
                    if (rate > 0) waitUntil(started + (long) (number / rate * 1e9));
                    String mark = "bench-" + kind + "-" + number;
                    client.send(address(kind, number), "service@demo.example", letter(mark, kind, number));
                    accepted.put(mark, System.nanoTime());
                }
            }
        });
        double acceptedPerSecond = accepted.size() / ((System.nanoTime() - started) / 1e9);
        Waiting.until(60, () -> screen.count(kind) >= accepted.size());
        Samples toScreen = new Samples();
        long last = started;
        for (Map.Entry<String, Long> mail : accepted.entrySet()) {
            Long seen = screen.seen().get(mail.getKey());
            if (seen == null) continue;
            toScreen.add(Math.max(0, seen - mail.getValue()));
            last = Math.max(last, seen);
        }
        return new Outcome(toScreen, acceptedPerSecond, toScreen.size() / ((last - started) / 1e9), accepted.size() - toScreen.size());
    }

    private static void waitUntil(long moment) throws InterruptedException {
        long nanos = moment - System.nanoTime();
        if (nanos > 0) Thread.sleep(nanos / 1_000_000, (int) (nanos % 1_000_000));
    }

    /** Customers of the warm-up are others, because nobody is sent more than a few acknowledgements an hour. */
    private static String address(String kind, int number) {
        return (kind.startsWith("warm") ? "early" : "customer") + number + "@load.example";
    }

    private static byte[] letter(String mark, String kind, int number) {
        return LetterBytes.of(new Letter("<" + mark + "." + ProcessHandle.current().pid() + "@load.example>", "Customer " + number,
                address(kind, number), "service@demo.example", mark,
                "Where is my order LH-204" + number + "? It was due last week and nothing has come.\n\nRegards,\nCustomer " + number,
                Letter.Style.BOTH, Optional.empty(), false));
    }
}
