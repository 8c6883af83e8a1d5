package nl.hartslag.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.DuePromises;
import nl.hartslag.contacts.DuePromises.DuePromise;
import nl.hartslag.contacts.DuePromises.Filter;
import nl.hartslag.contacts.DuePromises.Kind;
import nl.hartslag.contacts.DuePromises.Within;
import nl.hartslag.contacts.GivenPromises;
import nl.hartslag.contacts.GivenPromises.Act;
import nl.hartslag.contacts.GivenPromises.NewPromise;
import nl.hartslag.contacts.GivenPromises.PromiseFilter;
import nl.hartslag.contacts.GivenPromises.Shown;
import nl.hartslag.contacts.GivenPromises.Whose;
import nl.hartslag.people.Role;
import nl.hartslag.platform.security.Access;
import nl.hartslag.routing.Supervision;
import nl.hartslag.routing.Supervision.QueueToday;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.Eventually;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The list of what is due next holds exactly what is counted beside the queue, and what people promised as <i>Promises</i> has it. */
class DuePromisesTest extends StoppedMorning {
    @Autowired DuePromises due;
    @Autowired GivenPromises given;
    @Autowired Supervision floor;

    private void promised(ContactId contact, Duration within) {
        given.give(anna, world.contacts.contactOf(contact).conversation(),
                new NewPromise(Act.CALL_BACK, "Ik bel u terug", null, clock.instant().plus(within), null, UUID.randomUUID().toString()));
    }

    private List<DuePromise> list(Filter filter, Within within) {
        List<DuePromise> all = new ArrayList<>();
        String cursor = null;
        do {
            Page<DuePromise> page = due.list(leader, filter, within, cursor, 2);
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return all;
    }

    private static Filter of(Kind kind) {
        return new Filter(Optional.empty(), Optional.empty(), Optional.of(kind), Optional.empty());
    }

    private Filter ofQueue() {
        return new Filter(Optional.of(brand), Optional.of(queue), Optional.empty(), Optional.empty());
    }

    /** Three late, two due within the hour, one later today. */
    private void aBusyDay() {
        ContactId one = world.aMail(brand);
        world.contacts.take(anna, one);
        ContactId two = world.aMail(brand);
        promised(one, Duration.ofHours(1));
        promised(two, Duration.ofHours(2));
        promised(two, Duration.ofHours(4));
        promised(one, Duration.ofHours(4).plusMinutes(5));
        promised(one, Duration.ofHours(7));
        clock.advance(Duration.ofHours(3).plusMinutes(30));
    }

    @Test
    void holdsWhatIsCountedBesideTheQueueAndTheLatestFirst() {
        aBusyDay();
        QueueToday beside = floor.today(leader).stream().filter(one -> one.queue().equals(queue)).findFirst().orElseThrow();
        List<DuePromise> hour = list(ofQueue(), Within.HOUR);
        assertThat(hour).isSortedAccordingTo(java.util.Comparator.comparing(DuePromise::dueAt));
        assertThat(hour.stream().filter(DuePromise::late).count()).isEqualTo(beside.late());
        assertThat(hour.stream().filter(one -> !one.late()).count()).isEqualTo(beside.dueSoon());
        assertThat(due.counts(leader, ofQueue())).satisfies(counts -> {
            assertThat(counts.late()).isEqualTo(beside.late()).isGreaterThanOrEqualTo(2);
            assertThat(counts.hour()).isEqualTo(beside.dueSoon()).isGreaterThanOrEqualTo(2);
            assertThat(counts.today()).isEqualTo(list(ofQueue(), Within.TODAY).size() - counts.late());
        });
        assertThat(list(ofQueue(), Within.LATE)).hasSize(beside.late()).allMatch(DuePromise::late);
    }

    @Test
    void whatPeoplePromisedIsLateAsOnPromises() {
        aBusyDay();
        PromiseFilter late = new PromiseFilter(Whose.ALL, Shown.LATE, Optional.of(brand), null);
        Eventually.eventually(() -> given.list(leader, late, null, 50).items().size() == 2);
        assertThat(list(of(Kind.GIVEN), Within.LATE)).extracting(DuePromise::id)
                .containsExactlyElementsOf(given.list(leader, late, null, 50).items().stream().map(GivenPromises.GivenPromise::id).toList());
    }

    @Test
    void isWhoevers() {
        aBusyDay();
        var person = new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(anna.user()));
        assertThat(list(person, Within.TODAY)).isNotEmpty().allMatch(one -> anna.user().equals(one.whose()) && "Agent".equals(one.whoseName()));
        assertThat(due.counts(leader, Filter.ALL).people()).singleElement().satisfies(one -> {
            assertThat(one.id()).isEqualTo(anna.user());
            assertThat(one.count()).isEqualTo(list(person, Within.TODAY).size());
        });
        var nobody = new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(leader.user()));
        assertThat(list(nobody, Within.TODAY)).isEmpty();
        assertThat(due.counts(leader, nobody).people()).as("whom else one may choose").isEqualTo(due.counts(leader, Filter.ALL).people());
        assertThat(list(of(Kind.GIVEN), Within.TODAY)).hasSize(5).allMatch(one -> one.act() == Act.CALL_BACK && one.words() != null);
        assertThat(list(of(Kind.SOLUTION), Within.TODAY)).isEmpty();
    }

    @Test
    void anAnswerIsDueOfWhoeverHasTheContactInHand() {
        ContactId inHand = world.aMail(brand);
        ContactId waits = world.aMail(brand);
        world.contacts.take(anna, inHand);
        clock.advance(Duration.ofHours(20));
        assertThat(list(of(Kind.ANSWER), Within.TODAY)).extracting(DuePromise::contact).contains(inHand, waits);
        assertThat(list(of(Kind.ANSWER), Within.TODAY)).allSatisfy(one -> {
            assertThat(one.whose()).isEqualTo(one.contact().equals(inHand) ? anna.user() : null);
            assertThat(one.contactState()).isEqualTo(one.contact().equals(inHand) ? "assigned" : "waiting");
        });
    }

    @Test
    void isForWhoeverWatchesOverItAndOfAPartnerOnlyItsOwn() {
        aBusyDay();
        assertThatThrownBy(() -> due.list(anna, Filter.ALL, Within.TODAY, null, 10)).hasMessage("access/denied");
        Access elsewhere = world.someone(world.aBrand(), Role.TEAM_LEADER, Optional.empty());
        assertThat(due.list(elsewhere, Filter.ALL, Within.TODAY, null, 10).items()).isEmpty();
        PartnerId partner = world.organisation.createPartner(Accesses.administrator(), "Partner " + UUID.randomUUID());
        Access manager = world.someone(brand, Role.PARTNER_MANAGER, Optional.of(partner));
        assertThat(due.list(manager, Filter.ALL, Within.TODAY, null, 10).items()).isEmpty();
        assertThat(due.counts(manager, Filter.ALL).people()).isEmpty();
    }
}
