package nl.hartslag.demo.internal.load;

import java.time.Instant;
import java.util.List;
import nl.hartslag.contacts.GestureSettings;
import nl.hartslag.contacts.GestureSettings.Budget;
import nl.hartslag.contacts.GestureSettings.ChoiceDraft;
import nl.hartslag.contacts.GestureSettings.Kind;
import nl.hartslag.contacts.GestureSettings.Mandate;
import nl.hartslag.contacts.GestureSettings.Terms;
import nl.hartslag.contacts.Gestures;
import nl.hartslag.contacts.Gestures.NewGesture;
import nl.hartslag.contacts.GesturesImport;
import nl.hartslag.demo.internal.Cast;
import nl.hartslag.demo.internal.company.Company;
import nl.hartslag.demo.internal.company.Occasion;
import nl.hartslag.demo.internal.company.Table;
import nl.hartslag.demo.internal.past.EightWeeks;
import nl.hartslag.demo.internal.past.Giver;
import nl.hartslag.people.People;
import nl.hartslag.people.Role;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ConversationId;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the demo company gives its customers: a catalogue, who may give how much, what was given, and one that waits for a word. */
@Component
@Profile("demo")
class DemoGestures {
    private static final List<Mandate> MANDATES = List.of(new Mandate(Role.AGENT, 1_500), new Mandate(Role.SENIOR, 10_000),
            new Mandate(Role.TEAM_LEADER, 7_500), new Mandate(Role.SUPERVISOR, 10_000), new Mandate(Role.MANAGER, 25_000));
    private static final long ASKED_FOR = 6_000;

    private final GestureSettings settings;
    private final GesturesImport past;
    private final Gestures gestures;
    private final People people;

    DemoGestures(GestureSettings settings, GesturesImport past, Gestures gestures, People people) {
        this.settings = settings;
        this.past = past;
        this.gestures = gestures;
        this.people = people;
    }

    void settings(Company company, Cast cast) {
        for (Company.Brand brand : company.brands()) {
            BrandId id = cast.brands.get(brand.key());
            settings.setTerms(DemoAccess.of(cast), id, new Terms("EUR", MANDATES, List.of(
                    new Budget(cast.teams.get("merel"), 25_000), new Budget(cast.teams.get("wulp"), 25_000), new Budget(cast.teams.get("zwaluw"), 25_000),
                    new Budget(cast.teams.get("reiger"), 60_000), new Budget(cast.teams.get("avond"), 10_000)), 0));
        }
        for (Table.Row row : Table.read("gestures")) {
            String brand = row.text("brand");
            cast.gestures.put(brand + "/" + row.text("key"), settings.create(DemoAccess.of(cast), cast.brands.get(brand), new ChoiceDraft(
                    Kind.valueOf(row.text("kind")), row.text("nameNl"), row.text("nameEn"), row.number("amount"), row.optional("free").isPresent(),
                    row.text("toldNl"), row.text("toldEn"), false)));
        }
    }

    void past(Company company, Cast cast, EightWeeks.Past weeks, Instant now) {
        past.store(new Giver(company, cast).gestures(weeks, now));
    }

    /** More than the mandate of who has this customer in hand, so that somebody else decides. */
    void asked(String who, ConversationId conversation, Occasion occasion, Cast cast) {
        String why = Giver.reason("follow-up", occasion.brand().language(), 2);
        gestures.give(people.access(cast.people.get(who)).orElseThrow(), conversation,
                new NewGesture(cast.gestures.get(occasion.brand().key() + "/part"), ASKED_FOR, why, false, "demo"));
    }
}
