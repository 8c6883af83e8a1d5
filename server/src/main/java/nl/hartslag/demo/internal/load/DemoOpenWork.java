package nl.hartslag.demo.internal.load;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.hartslag.contacts.Consults;
import nl.hartslag.contacts.Consults.NewConsult;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.Draft;
import nl.hartslag.contacts.GivenPromises;
import nl.hartslag.contacts.GivenPromises.Act;
import nl.hartslag.contacts.GivenPromises.NewPromise;
import nl.hartslag.contacts.InboundMessage;
import nl.hartslag.contacts.Priority;
import nl.hartslag.contacts.Received;
import nl.hartslag.contacts.Registration;
import nl.hartslag.customers.Stories;
import nl.hartslag.demo.internal.Cast;
import nl.hartslag.demo.internal.company.Company;
import nl.hartslag.demo.internal.company.Dice;
import nl.hartslag.demo.internal.company.Occasion;
import nl.hartslag.demo.internal.company.Occasions;
import nl.hartslag.demo.internal.company.Shopper;
import nl.hartslag.demo.internal.company.Shoppers;
import nl.hartslag.demo.internal.company.Voices;
import nl.hartslag.people.People;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.MessageId;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What lies open when the demo starts: mails that wait, some of them in hand, one with half an answer. */
@Component
@Profile("demo")
class DemoOpenWork {
    private static final String MAIL = "email";
    private static final String URGENT_FOR = "joris";
    private static final List<String> IN_HAND_OF = List.of("sanne", "sanne", "joris", "lotte", "esmee", "oliver", "mieke");

    /** Whose customer needs more than a mandate allows. */
    private static final int ASKS = 2;

    /** With dice of its own, so that what customers write stays as it is. */
    private final Voices promising = new Voices(new Dice(Shoppers.SEED + 6));
    private final Contacts contacts;
    private final GivenPromises promises;
    private final Consults consults;
    private final Stories stories;
    private final DemoGestures gestures;
    private final People people;

    DemoOpenWork(
            Contacts contacts, GivenPromises promises, Consults consults, Stories stories, DemoGestures gestures, People people) {
        this.contacts = contacts;
        this.promises = promises;
        this.consults = consults;
        this.stories = stories;
        this.gestures = gestures;
        this.people = people;
    }

    void load(Company company, Cast cast, List<Shopper> shoppers, Instant now) {
        Dice dice = new Dice(Shoppers.SEED + 2);
        Voices voices = new Voices(dice);
        for (int i = 0; i < shoppers.size(); i++) {
            Instant at = now.minus(Duration.ofMinutes(9L * (shoppers.size() - i) + dice.between(0, 8)));
            Occasion occasion = Occasions.waiting(company, shoppers.get(i), now, LocalDate.ofInstant(at, ZoneOffset.UTC));
            Received received = contacts.receive(mail(occasion, voices, cast, at));
            if (i < IN_HAND_OF.size()) takenBy(IN_HAND_OF.get(i), received, occasion, voices, cast, i == 0);
            if (i == 2) consult(IN_HAND_OF.get(i), received, occasion, cast, "logistics", Optional.of("ahmed"));
            if (i == 3) consult(IN_HAND_OF.get(i), received, occasion, cast, "finance", Optional.empty());
            if (i == 4) consult(IN_HAND_OF.get(i), received, occasion, cast, "logistics", Optional.empty());
            if (i == ASKS) gestures.asked(IN_HAND_OF.get(i), received.conversation(), occasion, cast);
            if (i > 0 && i < IN_HAND_OF.size()) promisedBy(IN_HAND_OF.get(i), received, occasion, cast, now, i);
        }
    }

    /** In the morning of one of the coming days. */
    private void promisedBy(String key, Received received, Occasion occasion, Cast cast, Instant now, int number) {
        Access access = people.access(cast.people.get(key)).orElseThrow();
        ZonedDateTime due = now.atZone(ZoneId.of(occasion.brand().zone())).plusDays(1 + number / 4).withHour(9 + number % 4).truncatedTo(ChronoUnit.HOURS);
        String when = due.format(DateTimeFormatter.ofPattern("EEEE HH:mm", Locale.forLanguageTag(occasion.language())));
        if (number % 2 == 1) stories.add(access, cast.customers.get(occasion.shopper().email()), promising.general(occasion, "story", access.name()));
        promises.give(access, received.conversation(), new NewPromise(Act.WRITE_BACK, promising.promise(occasion, "promise write back", when), null, due.toInstant(), null, "demo"));
    }

    private void consult(String key, Received received, Occasion occasion, Cast cast, String department, Optional<String> answeredBy) {
        String question = promising.general(occasion, "consult " + department, "");
        var consult = consults.ask(people.access(cast.people.get(key)).orElseThrow(), received.conversation(),
                new NewConsult(cast.departments.get(department), question, true, "demo " + department));
        answeredBy.ifPresent(person -> consults.answer(people.access(cast.people.get(person)).orElseThrow(), consult,
                promising.general(occasion, "consult " + department + " answer", "")));
    }

    private void takenBy(String key, Received received, Occasion occasion, Voices voices, Cast cast, boolean halfAnswered) {
        Access access = people.access(cast.people.get(key)).orElseThrow();
        contacts.assign(received.contact(), access.user());
        if (key.equals(URGENT_FOR)) contacts.prioritise(access, received.contact(), Priority.URGENT);
        contacts.register(access, received.contact(),
                new Registration(cast.reason(occasion.brand().key(), occasion.reason()), cast.departments.get(occasion.cause()),
                        occasion.process().map(cast.processes::get).orElse(null), null));
        if (halfAnswered) {
            String answer = voices.answer(occasion, access.name());
            contacts.saveDraft(access, received.conversation(), new Draft("reply", answer.substring(0, answer.length() / 2), received.seq()));
        }
    }

    private static InboundMessage mail(Occasion occasion, Voices voices, Cast cast, Instant at) {
        Shopper shopper = occasion.shopper();
        String id = "<" + MessageId.next() + "@customers.example>";
        return new InboundMessage(Optional.empty(), cast.brands.get(shopper.brand()), cast.customers.get(shopper.email()),
                shopper.name(), MAIL, "mail", cast.mailAccounts.get(shopper.brand()), occasion.brand().mail(), null, id, id, at,
                voices.mailSubject(occasion), shopper.language(), voices.mail(occasion), null, null, null, false, false, true,
                Optional.empty(), List.of(shopper.email()), List.of());
    }
}
