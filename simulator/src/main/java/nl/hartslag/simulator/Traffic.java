package nl.hartslag.simulator;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nl.hartslag.demo.internal.company.Company;
import nl.hartslag.demo.internal.company.Dice;
import nl.hartslag.demo.internal.company.Occasion;
import nl.hartslag.demo.internal.company.Occasions;
import nl.hartslag.demo.internal.company.Shopper;
import nl.hartslag.simulator.chat.ChatVisit;
import nl.hartslag.simulator.chat.ShopPage;
import nl.hartslag.simulator.chat.WidgetClient;
import nl.hartslag.simulator.mail.MailCustomers;

/** Customer after customer, by the hour of their day. */
final class Traffic {
    private static final double FIRST_MAIL_AFTER = 4;
    private static final double FIRST_CHAT_AFTER = 9;
    /** Between two mails, and two chats, at the busiest hour. */
    private static final double MAIL_EVERY = 30;
    private static final double CHAT_EVERY = 55;
    /** More visitors than this do not wait at once: with nobody at work their number would only grow. */
    private static final int MOST_CHATS = 5;

    private final Options options;
    private final Pace pace;
    private final HttpClient http;
    private final MailCustomers mail;
    private final Company company;
    private final Instant loaded;
    private final List<Shopper> shoppers;
    private final Map<String, String> widgets = new HashMap<>();
    private final AtomicInteger chatting = new AtomicInteger();

    /** @param shoppers who write today; @param loaded when the demo company was loaded */
    Traffic(Options options, Pace pace, HttpClient http, MailCustomers mail, Company company, List<Shopper> shoppers, Instant loaded) {
        this.options = options;
        this.pace = pace;
        this.http = http;
        this.mail = mail;
        this.company = company;
        this.shoppers = shoppers;
        this.loaded = loaded;
    }

    void start() {
        Thread.ofVirtual().name("mails").start(() -> keepComing(1, FIRST_MAIL_AFTER, MAIL_EVERY, this::mail));
        Thread.ofVirtual().name("chats").start(() -> keepComing(2, FIRST_CHAT_AFTER, CHAT_EVERY, this::chat));
    }

    private interface Coming {
        void of(int number, Occasion occasion, Dice dice) throws IOException, InterruptedException;
    }

    private void keepComing(int stream, double first, double every, Coming coming) {
        Dice gaps = new Dice(options.seed() * 1000 + stream);
        try {
            pace.pause(first);
            for (int number = 0; ; number++) {
                Dice dice = new Dice(options.seed() * 1_000_003 + number * 10L + stream);
                // one stream takes the even customers and the other the odd ones, so that nobody mails and chats at once
                Shopper shopper = number == 0 ? ofFirstBrand(stream) : shoppers.get((2 * number + stream) % shoppers.size());
                Occasion occasion = new Occasions(company, dice, loaded).of(shopper, LocalDate.now());
                try {
                    coming.of(number, occasion, dice);
                } catch (IOException refused) {
                    System.err.println("A customer was refused: " + refused.getMessage());
                }
                pace.pause(Math.min(4 * every, Math.max(2, gaps.exponential(every / pace.busy()))));
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whoever watches the start sees the first brand, whose chat is always open. */
    private Shopper ofFirstBrand(int stream) {
        String brand = company.brands().getFirst().key();
        return shoppers.stream().filter(shopper -> shopper.brand().equals(brand)).skip(stream).findFirst().orElseThrow();
    }

    private void mail(int number, Occasion occasion, Dice dice) throws IOException, InterruptedException {
        mail.write(occasion, dice);
        System.out.println("mail   " + occasion.subject() + " (" + occasion.brand().name() + ", " + occasion.language() + ")");
    }

    private void chat(int number, Occasion occasion, Dice dice) throws IOException, InterruptedException {
        if (chatting.get() >= MOST_CHATS) return;
        String key = widget(occasion.brand().key());
        ChatVisit visit = new ChatVisit(number, new WidgetClient(http, options.url(), key), occasion, dice, pace,
                agent -> mail.spoke(occasion, agent));
        chatting.incrementAndGet();
        Thread.ofVirtual().start(() -> {
            try {
                visit.run();
            } finally {
                chatting.decrementAndGet();
            }
        });
        System.out.println("chat   " + occasion.subject() + " (" + occasion.brand().name() + ", " + occasion.language() + ")");
    }

    private String widget(String brand) throws IOException, InterruptedException {
        String known = widgets.get(brand);
        if (known != null) return known;
        String found = ShopPage.widgetKey(http, options.url(), brand);
        widgets.put(brand, found);
        return found;
    }
}
