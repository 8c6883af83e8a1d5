package nl.hartslag.customers;

import static nl.hartslag.testing.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.hartslag.customers.Customers.IdentityKind;
import nl.hartslag.customers.Stories.Story;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.organisation.OrganisationSettings.BrandDraft;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.UserId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HartslagTest
class StoriesTest {
    @Autowired Stories stories;
    @Autowired Customers customers;
    @Autowired OrganisationSettings organisation;
    @Autowired DSLContext db;
    @Autowired MovableClock clock;
    private BrandId brand;
    private CustomerId bo;
    private Access noor;

    @BeforeEach
    void aCustomer() {
        brand = aBrand();
        bo = customers.recognise(brand, IdentityKind.EMAIL, UUID.randomUUID() + "@home.example", "Bo", "nl").id();
        noor = someone(brand, Permission.CUSTOMERS_VIEW, Permission.CUSTOMERS_CHANGE);
    }

    @Test
    void areSeenAtTheNextContactTheNewestFirst() {
        stories.add(noor, bo, "Een cadeau voor zijn neefje 🏊");
        clock.advance(Duration.ofMinutes(1));
        stories.add(noor, bo, "  Belt liever dan dat hij schrijft ");
        assertThat(read(noor)).extracting(Story::text, Story::author)
                .containsExactly(tuple("Belt liever dan dat hij schrijft", "Noor"),
                        tuple("Een cadeau voor zijn neefje 🏊", "Noor"));
    }

    @Test
    void areReadPageByPageAlsoWhenTheLastOfAPageIsTakenAway() {
        for (int i = 1; i <= 5; i++) stories.add(noor, bo, "Verhaal " + i);
        Page<Story> first = stories.of(noor, bo, null, 2);
        stories.remove(noor, first.items().getLast().id());
        Page<Story> second = stories.of(noor, bo, first.next(), 2);
        Page<Story> third = stories.of(noor, bo, second.next(), 2);
        assertThat(Stream.of(first, second, third).flatMap(page -> page.items().stream())).extracting(Story::text)
                .containsExactly("Verhaal 5", "Verhaal 4", "Verhaal 3", "Verhaal 2", "Verhaal 1");
        assertThat(third.next()).isNull();
        assertThatThrownBy(() -> stories.of(noor, bo, "elsewhere", 2))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fieldErrors()).containsEntry("cursor", "invalid"));
    }

    @Test
    void isSaidBetterByOneAtATime() {
        Story first = stories.add(noor, bo, "Neefje");
        Story better = stories.change(noor, first.id(), "Zijn neefje haalde zijn diploma", first.version());
        assertThat(better.changedAt()).isNotNull();
        refused("customers/story-changed", () -> stories.change(noor, first.id(), "Nichtje", first.version()));
        assertThat(read(noor)).extracting(Story::text).containsExactly("Zijn neefje haalde zijn diploma");
    }

    @Test
    void isTakenAwayAndPutBack() {
        Story story = stories.add(noor, bo, "Neefje");
        stories.remove(noor, story.id());
        stories.remove(noor, story.id());
        assertThat(read(noor)).isEmpty();
        refused("customers/story-changed", () -> stories.change(noor, story.id(), "Nichtje", story.version()));
        stories.restore(noor, story.id());
        stories.restore(noor, story.id());
        assertThat(read(noor)).extracting(Story::text).containsExactly("Neefje");
        assertThat(db.fetch("select kind from platform.audit where subject_id = ? and kind like 'customer.story%' order by id", bo.toString()).getValues(0))
                .isEqualTo(List.of("customer.story-added", "customer.story-removed", "customer.story-added"));
    }

    @Test
    void refusesNothingAndTooMuch() {
        invalid("required", () -> stories.add(noor, bo, " \n "));
        invalid("too-long", () -> stories.add(noor, bo, "x".repeat(1_001)));
        assertThat(read(noor)).isEmpty();
    }

    @Test
    void existOnlyForWhoSeesTheCustomerAndChangeOnlyForWhoMayChangeHim() {
        Story story = stories.add(noor, bo, "Neefje");
        Access elsewhere = someone(aBrand(), Permission.CUSTOMERS_VIEW, Permission.CUSTOMERS_CHANGE);
        refused("customers/not-found", () -> read(elsewhere));
        refused("customers/not-found", () -> stories.add(elsewhere, bo, "Neefje"));
        refused("customers/not-found", () -> stories.remove(elsewhere, story.id()));
        Access partner = Access.everywhere(new UserId(UUID.randomUUID()), "Gijs", "nl", Set.of(Permission.CUSTOMERS_VIEW, Permission.CUSTOMERS_CHANGE),
                Set.of(brand), Set.of(), Optional.of(new PartnerId(UUID.randomUUID())));
        refused("customers/not-found", () -> read(partner));
        Access reader = someone(brand, Permission.CUSTOMERS_VIEW);
        assertThat(read(reader)).hasSize(1);
        refused("access/denied", () -> stories.add(reader, bo, "Neefje"));
        refused("access/denied", () -> stories.remove(reader, story.id()));
        refused("access/denied", () -> read(someone(brand, Permission.CONTACTS_VIEW)));
    }

    private List<Story> read(Access access) {
        return stories.of(access, bo, null, 50).items();
    }

    private BrandId aBrand() {
        return organisation.createBrand(Accesses.administrator(),
                new BrandDraft("s" + UUID.randomUUID().toString().substring(0, 12), "Merk", "#c2410c", "nl", "Europe/Amsterdam", false, "Groet", "Regards"));
    }

    private static Access someone(BrandId brand, Permission... may) {
        return Access.everywhere(new UserId(UUID.randomUUID()), "Noor", "nl", Set.of(may), Set.of(brand), Set.of(), Optional.empty());
    }

    private static void invalid(String code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fieldErrors()).containsEntry("text", code));
    }
}
