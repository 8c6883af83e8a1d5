package nl.hartslag.demo.internal.company;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why a customer comes, with everything the words about it need.
 *
 * @param subject a reason's key, or {@code kettle-fault} for the batch with the lid that leaks
 * @param mood    {@code friendly}, {@code neutral} or {@code upset}
 * @param day     on which the customer writes
 * @param ordered when the order was placed
 * @param days    since whatever it is about: the day that was promised, the return, the first use
 * @param variant which of the subject's questions it is; the answer goes with it
 */
public record Occasion(Shopper shopper, Company.Brand brand, Shopper.Bought order, String subject, String mood,
        LocalDate day, LocalDate ordered, int days, int variant) {
    private static final DateTimeFormatter DUTCH = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.forLanguageTag("nl-NL"));
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.forLanguageTag("en-GB"));
    private static final List<Table.Row> REASONS = Table.read("reasons");

    /** The reason under which this is registered. */
    public String reason() {
        return subject.equals("kettle-fault") ? "product-fault" : subject;
    }

    /** Names under which a customer finds the reason in a list. */
    public List<String> reasonNames() {
        return REASONS.stream().filter(row -> row.text("key").equals(reason()))
                .flatMap(row -> Stream.of(row.text("nameNl"), row.text("nameEn"))).toList();
    }

    /** The department that usually makes this necessary. */
    public String cause() {
        return REASONS.stream().filter(row -> row.text("key").equals(reason())).findFirst().orElseThrow().text("cause");
    }

    /** Which of its processes does, where that is known. */
    public Optional<String> process() {
        return REASONS.stream().filter(row -> row.text("key").equals(reason())).findFirst().orElseThrow().optional("process");
    }

    public String language() {
        return shopper.language();
    }

    Map<String, String> slots(String agent, int daysToGo) {
        Map<String, String> slots = new HashMap<>();
        slots.put("brand", brand.name());
        slots.put("name", shopper.name());
        slots.put("firstname", shopper.firstName());
        slots.put("place", shopper.city());
        slots.put("order", order.number());
        slots.put("product", order.first().name(language()));
        slots.put("carrier", order.carrier());
        slots.put("amount", amount());
        slots.put("days", String.valueOf(days));
        slots.put("past", date(day.minusDays(days)));
        slots.put("ordered", date(ordered));
        slots.put("date", date(day.plusDays(daysToGo)));
        slots.put("agent", agent);
        slots.put("agentfirst", agent.contains(" ") ? agent.substring(0, agent.indexOf(' ')) : agent);
        return slots;
    }

    private String amount() {
        String plain = String.format(Locale.ROOT, "%d.%02d", order.totalMinor() / 100, order.totalMinor() % 100);
        return language().equals("nl") ? "€ " + plain.replace('.', ',') : "€" + plain;
    }

    private String date(LocalDate date) {
        return date.format(language().equals("nl") ? DUTCH : ENGLISH);
    }
}
