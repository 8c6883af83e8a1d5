package nl.hartslag.demo.internal.past;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import nl.hartslag.contacts.ContactsImport.PastCase;
import nl.hartslag.contacts.ContactsImport.PastMessage;
import nl.hartslag.demo.internal.Cast;
import nl.hartslag.demo.internal.company.Carriers;
import nl.hartslag.demo.internal.company.Company;
import nl.hartslag.demo.internal.company.Shopper;
import nl.hartslag.demo.internal.company.Shoppers;
import nl.hartslag.demo.internal.company.Table;
import nl.hartslag.feedback.PastAsking;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.organisation.Organisation.ChannelHours;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.DepartmentId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.shared.TeamId;
import nl.hartslag.shared.UserId;
import org.junit.jupiter.api.Test;

class EightWeeksTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    private final Company company = Company.read();
    private final List<Shopper> shoppers = Shoppers.of(company, Shoppers.ALL).subList(Shoppers.LIVE, Shoppers.ALL);
    private final Cast cast = cast();
    private final EightWeeks.Past past = new EightWeeks(company, cast, alwaysOpen(), shoppers, NOW).tell();

    @Test
    void nothingLiesInTheFutureAndEveryConversationGoesForward() {
        assertThat(past.cases()).hasSizeGreaterThan(4_000).allSatisfy(each -> {
            List<Instant> times = each.conversations().getFirst().messages().stream().map(PastMessage::at).toList();
            assertThat(times).isSorted();
            assertThat(times.getLast()).isBefore(NOW);
            assertThat(each.openedAt()).isBefore(NOW);
        });
    }

    @Test
    void theSameMomentGivesTheSameWeeks() {
        EightWeeks.Past again = new EightWeeks(company, cast, alwaysOpen(), shoppers, NOW).tell();

        assertThat(again.cases()).extracting(PastCase::subject).isEqualTo(past.cases().stream().map(PastCase::subject).toList());
        assertThat(again.askings()).extracting(PastAsking::outcome)
                .isEqualTo(past.askings().stream().map(PastAsking::outcome).toList());
    }

    @Test
    void theNewCarrierMakesBelgiansOfTheFirstBrandUnhappy() {
        Instant change = NOW.minus(Duration.ofDays(Carriers.CHANGE_DAYS_AGO));
        Predicate<PastAsking> belgians = asking -> asking.brand().equals(cast.brands.get("lindenhof"))
                && asking.invitation().orElseThrow().country().equals("BE");

        assertThat(nps(belgians.and(asking -> asking.solvedAt().isAfter(change))))
                .isLessThan(nps(belgians.and(asking -> asking.solvedAt().isBefore(change))) - 15);
    }

    @Test
    void theChatOfOneTeamIsLoved() {
        TeamId loved = cast.teams.get("zwaluw");

        assertThat(nps(asking -> loved.equals(asking.invitation().orElseThrow().team())))
                .isGreaterThan(nps(asking -> !loved.equals(asking.invitation().orElseThrow().team())) + 10);
    }

    @Test
    void everyDissatisfiedCustomerHasSomebodyWhoFollowsUp() {
        assertThat(past.askings().stream()
                .flatMap(asking -> asking.invitation().stream())
                .flatMap(invitation -> invitation.answer().stream())
                .flatMap(answer -> answer.followUp().stream()))
                .hasSizeGreaterThan(100)
                .allSatisfy(followUp -> assertThat(followUp.owner()).isNotNull());
    }

    private double nps(Predicate<PastAsking> which) {
        List<Integer> scores = past.askings().stream()
                .filter(asking -> asking.invitation().flatMap(PastAsking.Invitation::answer).isPresent())
                .filter(which)
                .map(asking -> asking.invitation().orElseThrow().answer().orElseThrow().score())
                .toList();
        assertThat(scores).hasSizeGreaterThan(30);
        long promoters = scores.stream().filter(score -> score >= 9).count();
        long detractors = scores.stream().filter(score -> score <= 6).count();
        return 100.0 * (promoters - detractors) / scores.size();
    }

    private Cast cast() {
        Cast ids = new Cast();
        for (Company.Brand brand : company.brands()) {
            ids.brands.put(brand.key(), BrandId.next());
            for (Company.Reason reason : company.reasons()) ids.reason(brand.key(), reason.key(), ReasonId.next());
        }
        ids.partners.put("Klantkracht", PartnerId.next());
        for (Table.Row row : Table.read("departments")) ids.departments.put(row.text("key"), DepartmentId.next());
        for (Table.Row row : Table.read("teams")) ids.teams.put(row.text("key"), TeamId.next());
        for (Company.Person person : company.people()) ids.people.put(person.key(), UserId.next());
        for (Company.Queue queue : company.queues()) ids.queues.put(queue.key(), QueueId.next());
        for (Shopper shopper : shoppers) ids.customers.put(shopper.email(), CustomerId.next());
        return ids;
    }

    /** Of all that organisation knows the past asks only for opening hours. */
    private static Organisation alwaysOpen() {
        ChannelHours hours = new ChannelHours() {
            @Override
            public ZoneId zone() {
                return ZoneId.of("Europe/Amsterdam");
            }

            @Override
            public boolean isOpen(Instant at) {
                return true;
            }

            @Override
            public Optional<Instant> nextOpening(Instant at) {
                return Optional.of(at);
            }

            @Override
            public Optional<Instant> closesAt(Instant at) {
                return Optional.empty();
            }

            @Override
            public Instant answerDue(Instant from) {
                return from.plus(Duration.ofHours(4));
            }
        };
        return (Organisation) Proxy.newProxyInstance(Organisation.class.getClassLoader(), new Class<?>[] {Organisation.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("hours")) return hours;
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
