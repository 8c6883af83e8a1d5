package nl.hartslag.demo.internal.past;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.contacts.ContactsImport.PastCase;
import nl.hartslag.contacts.ContactsImport.PastContact;
import nl.hartslag.contacts.GesturesImport.PastGesture;
import nl.hartslag.demo.internal.Cast;
import nl.hartslag.demo.internal.company.Company;
import nl.hartslag.demo.internal.company.Dice;
import nl.hartslag.demo.internal.company.Shoppers;
import nl.hartslag.demo.internal.company.Table;
import nl.hartslag.feedback.PastAsking;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;

/** What was given in the past: little things by whoever answered, more by who called back after a low score. Its dice are its own. */
public final class Giver {
    private static final double SMALL = 0.035;
    private static final double AFTER_A_LOW_SCORE = 0.3;
    private static final double PROMISED_FIRST = 0.06;
    private static final int MOST_SMALL_MINOR = 1_500;
    private static final Duration TALKED_BY_NOW = Duration.ofDays(9);

    private final Company company;
    private final Cast cast;
    private final Dice dice = new Dice(Shoppers.SEED + 7);
    private final Map<BrandId, Company.Brand> brands = new HashMap<>();
    private final Map<UserId, Company.Person> people = new HashMap<>();

    public Giver(Company company, Cast cast) {
        this.company = company;
        this.cast = cast;
        company.brands().forEach(brand -> brands.put(cast.brands.get(brand.key()), brand));
        company.people().forEach(person -> people.put(cast.user(person), person));
    }

    public List<PastGesture> gestures(EightWeeks.Past past, Instant now) {
        List<PastGesture> gestures = new ArrayList<>();
        for (PastCase one : past.cases()) {
            if (dice.chance(SMALL)) gestures.add(small(one, now));
        }
        for (PastAsking one : past.askings()) {
            one.invitation().flatMap(invitation -> invitation.answer().flatMap(PastAsking.Answer::followUp)
                    .flatMap(followUp -> afterwards(one, invitation.conversation(), followUp))).ifPresent(gestures::add);
        }
        return gestures;
    }

    private PastGesture small(PastCase one, Instant now) {
        PastContact contact = one.conversations().getFirst().contacts().getLast();
        Company.Brand brand = brands.get(one.brand());
        boolean promised = dice.chance(PROMISED_FIRST);
        String key = promised ? "part" : dice.one(List.of("voucher", "voucher", "delivery", "delivery", "delivery", brand.key().equals("lindenhof") ? "treat" : "coffee"));
        @Nullable Long amount = promised ? Long.valueOf(dice.between(6, 16) * 500L) : key.equals("voucher") ? Long.valueOf(dice.between(2, MOST_SMALL_MINOR / 250) * 250L) : null;
        boolean talked = promised && contact.endedAt().isBefore(now.minus(TALKED_BY_NOW));
        return gesture(one.conversations().getFirst().id(), brand, key, amount, promised ? "promised" : dice.chance(0.85) ? "small" : "special",
                contact.endedBy(), contact.endedAt().minusSeconds(20), promised, Optional.empty(), talked ? Optional.of(leader(contact.endedBy())) : Optional.empty());
    }

    /** Called back after a low score, by somebody with a mandate; what is dearer than that was approved. */
    private Optional<PastGesture> afterwards(PastAsking asking, ConversationId conversation, PastAsking.FollowUp followUp) {
        if (followUp.doneAt() == null || followUp.owner() == null || !dice.chance(AFTER_A_LOW_SCORE)) return Optional.empty();
        Company.Brand brand = brands.get(asking.brand());
        String key = dice.one(List.of("flowers", "flowers", "voucher", "part", brand.key().equals("lindenhof") ? "handyman" : "flowers"));
        @Nullable Long amount = key.equals("voucher") ? Long.valueOf(dice.between(4, 10) * 500L) : key.equals("part") ? Long.valueOf(dice.between(4, 26) * 500L) : null;
        boolean dear = amount != null && amount > 7_500 || key.equals("handyman");
        return Optional.of(gesture(conversation, brand, key, amount, "follow-up", followUp.owner(), followUp.doneAt(), false,
                dear ? Optional.of(cast.people.get("carla")) : Optional.empty(), Optional.empty()));
    }

    private PastGesture gesture(ConversationId conversation, Company.Brand brand, String key, @Nullable Long amount, String reason, UserId giver, Instant at,
            boolean promised, Optional<UserId> decidedBy, Optional<UserId> talkedBy) {
        return new PastGesture(conversation, cast.gestures.get(brand.key() + "/" + key), amount, reason(reason, brand.language(), dice.between(0, 9)), giver, at, promised,
                decidedBy.orElse(null), talkedBy.orElse(null), talkedBy.isPresent() ? reason("talk", brand.language(), dice.between(0, 9)) : null, "past");
    }

    private UserId leader(UserId giver) {
        Company.Person person = people.get(giver);
        return cast.user(company.people().stream()
                .filter(one -> one.role().equals("team-leader") && one.teams().stream().anyMatch(person.teams()::contains))
                .findFirst().orElseThrow());
    }

    /** One of the sentences of this kind. */
    public static String reason(String key, String language, int which) {
        List<Table.Row> all = Table.read("gesture-reasons").stream().filter(row -> row.text("key").equals(key)).toList();
        return all.get(which % all.size()).text(language);
    }
}
