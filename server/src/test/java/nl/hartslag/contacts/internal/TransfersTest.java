package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.TRANSFER;
import static nl.hartslag.testing.Eventually.eventually;
import static nl.hartslag.testing.Refusals.refusedAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.Received;
import nl.hartslag.contacts.Transfer;
import nl.hartslag.contacts.TransferReasons;
import nl.hartslag.contacts.TransferReasons.Draft;
import nl.hartslag.contacts.TransferReasons.TransferReason;
import nl.hartslag.contacts.Transfers;
import nl.hartslag.contacts.Transfers.Behind;
import nl.hartslag.contacts.Transfers.By;
import nl.hartslag.contacts.Transfers.Counted;
import nl.hartslag.contacts.Transfers.Figures;
import nl.hartslag.contacts.Transfers.Filter;
import nl.hartslag.contacts.Transfers.Reasoned;
import nl.hartslag.contacts.Transfers.Route;
import nl.hartslag.contacts.Transfers.Row;
import nl.hartslag.contacts.Transfers.Which;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.people.People;
import nl.hartslag.people.Role;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.routing.Routing;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.TransferReasonId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.Handed;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@HartslagTest
@Import(Work.class)
class TransfersTest {
    @Autowired Transfers transfers;
    @Autowired TransferReasons reasons;
    @Autowired Contacts contacts;
    @Autowired Routing routing;
    @Autowired OrganisationSettings organisation;
    @Autowired People people;
    @Autowired Work work;
    @Autowired DSLContext db;
    @Autowired MovableClock clock;
    private BrandId brand;
    private Access noor;
    private Access leader;
    private QueueId first;
    private QueueId second;
    private TransferReason wrongQueue;
    private TransferReason skill;

    @BeforeEach
    void aBrand() {
        brand = work.aBrand();
        noor = work.anAgent(brand);
        leader = work.someone(brand, Role.TEAM_LEADER);
        first = aQueue();
        second = aQueue();
        routing.addRule(brand, Optional.of(Work.CHANNEL), Optional.empty(), Optional.empty(), first);
        wrongQueue = reasons.offered().get(0);
        skill = reasons.offered().get(1);
    }

    @Test
    void aContactHandedOverTwiceCountsOnceInEachShareAndTellsItsWay() {
        ContactId twice = arrives();
        handOver(twice, second, wrongQueue.id());
        handOver(twice, first, skill.id());
        ContactId once = arrives();
        contacts.transfer(noor, once, Handed.to(null, work.anAgent(brand).user(), ""));
        db.update(TRANSFER).setNull(TRANSFER.REASON_ID).where(TRANSFER.CONTACT_ID.eq(once.value())).execute(); // as in the past
        arrives();

        Figures figures = transfers.figures(leader, today());
        assertThat(figures).extracting(Figures::contacts, Figures::transfers, Figures::perContact).containsExactly(3L, 3L, 1.0);
        assertThat(figures.transferred()).as("too few for a share").isEqualTo(new Counted(2, 3, null));
        assertThat(figures.twice().count()).isEqualTo(1);
        assertThat(transfers.routes(leader, today())).containsExactlyInAnyOrder(
                new Route(first, second, 1), new Route(second, first, 1), new Route(first, null, 1));
        assertThat(transfers.reasons(leader, today())).extracting(Reasoned::why, Reasoned::transfers).containsExactly(
                tuple(wrongQueue.id(), 1L), tuple(skill.id(), 1L),
                tuple(null, 1L));
        assertThat(behind(Which.TWICE)).containsExactly(twice);
        assertThat(behind(Which.TRANSFERRED)).containsExactly(once, twice);
        assertThat(behind(Which.WITHOUT_REASON)).containsExactly(once);
        assertThat(rows(new Behind(Which.ALL, Optional.of(second), Optional.of(first), false, Optional.empty()))).containsExactly(twice);
        assertThat(rows(new Behind(Which.ALL, Optional.empty(), Optional.empty(), true, Optional.empty()))).containsExactly(once);
        assertThat(rows(new Behind(Which.ALL, Optional.empty(), Optional.empty(), false, Optional.of(skill.id())))).containsExactly(twice);
    }

    @Test
    void nobodyHandsOverWithoutAReason() {
        ContactId contact = arrives();
        refusedAt("why", "required", () -> handOver(contact, second, null));
        refusedAt("why", "unknown", () -> handOver(contact, second, new TransferReasonId(UUID.randomUUID())));
        assertThat(transfers.figures(leader, today()).transfers()).isZero();
    }

    @Test
    void theShareComesWithItsIntervalFromTenContactsOn() {
        for (int i = 0; i < 10; i++) {
            ContactId contact = arrives();
            if (i < 3) handOver(contact, second, wrongQueue.id());
        }
        Counted transferred = transfers.figures(leader, today()).transferred();
        assertThat(transferred.share().percent()).isEqualTo(30);
        assertThat(transferred.share().interval().low()).isBetween(10.7, 10.9);
        assertThat(transferred.share().interval().high()).isBetween(60.2, 60.4);
        assertThat(transfers.groups(leader, today(), By.QUEUE)).extracting(Transfers.Group::key, one -> one.figures().contacts())
                .containsExactly(tuple(first.toString(), 7L), tuple(second.toString(), 3L));
        assertThat(transfers.groups(leader, today(), By.BRAND)).extracting(Transfers.Group::key).containsExactly(brand.toString());
        assertThat(transfers.groups(leader, today(), By.CHANNEL)).extracting(Transfers.Group::key).containsExactly(Work.CHANNEL);
        assertThat(transfers.groups(leader, today(), By.WEEK)).hasSize(1);
    }

    @Test
    void aRepeatIsAContactOfWhoeverCameInTheDaysBeforeAndNotOfWhoeverCameLongAgo() {
        Instant begin = clock.instant();
        Work.Letter letter = work.aLetter(brand);
        Received earlier = letter.arrives();
        work.wrapUp(noor, taken(earlier), work.aReason(brand), CaseState.SOLVED);
        clock.advance(Duration.ofDays(6));
        Received again = letter.saying("Nog steeds niet").arrives();
        work.wrapUp(noor, taken(again), work.aReason(brand), CaseState.SOLVED);
        clock.advance(Duration.ofDays(8));
        letter.saying("Weer wat").arrives();
        Filter whole = new Filter(begin, clock.instant().plusSeconds(1), Optional.of(brand), Optional.empty(), Optional.empty(), 7);
        assertThat(transfers.figures(leader, whole).repeats()).isEqualTo(new Counted(1, 3, null));
        assertThat(transfers.figures(leader, new Filter(whole.from(), whole.to(), whole.brand(), whole.channel(), whole.queue(), 9)).repeats().count()).isEqualTo(2);
        assertThat(transfers.contacts(leader, whole, Behind.all(Which.REPEATED), null, 10).items()).extracting(Row::contact).containsExactly(again.contact());
    }

    @Test
    void aCaseWithMoreContactsCountsAsOneCase() {
        Work.Letter letter = work.aLetter(brand);
        Received earlier = letter.arrives();
        work.wrapUp(noor, taken(earlier), work.aReason(brand), CaseState.WAITING_FOR_CUSTOMER);
        Received later = letter.saying("Hier is het nummer").arrives();
        arrives();
        assertThat(later.caseId()).isEqualTo(earlier.caseId());
        assertThat(transfers.figures(leader, today()).moreInCase()).isEqualTo(new Counted(1, 2, null));
        assertThat(behind(Which.MORE_IN_CASE)).containsExactly(later.contact(), earlier.contact());
    }

    @Test
    void peopleOfAPartnerCountWhatIsTheirsOnly() {
        PartnerId partner = organisation.createPartner(Accesses.administrator(), "P " + UUID.randomUUID());
        Access gijs = people.access(people.create(new People.NewUser(
                UUID.randomUUID() + "@work.example", "Gijs", "nl", Optional.empty(), Optional.of(partner), Optional.empty(), false,
                List.of(new People.RoleGrant(Role.PARTNER_MANAGER, Optional.of(brand))), List.of(), Map.of()))).orElseThrow();
        Work.Letter letter = work.aLetter(brand);
        Received earlier = letter.arrives();
        work.wrapUp(noor, taken(earlier), work.aReason(brand), CaseState.WAITING_FOR_CUSTOMER);
        ContactId theirs = placed(letter.saying("En nu?").arrives());
        contacts.queued(theirs, second, Optional.of(partner));
        arrives();
        Figures figures = transfers.figures(gijs, today());
        assertThat(figures.contacts()).isEqualTo(1);
        assertThat(figures.repeats()).as("what he asked us is not theirs to know").isEqualTo(new Counted(0, 1, null));
        assertThat(figures.moreInCase()).isEqualTo(new Counted(0, 1, null));
        assertThat(transfers.contacts(gijs, today(), Behind.all(Which.ALL), null, 10).items()).extracting(Row::contact).containsExactly(theirs);
    }

    @Test
    void rowsComePageByPageAndAgentsDoNotSeeThem() {
        for (int i = 0; i < 3; i++) arrives();
        var page = transfers.contacts(leader, today(), Behind.all(Which.ALL), null, 2);
        assertThat(page.items()).hasSize(2);
        assertThat(transfers.contacts(leader, today(), Behind.all(Which.ALL), page.next(), 2).items()).hasSize(1);
        assertThatThrownBy(() -> transfers.figures(noor, today())).isInstanceOf(Problem.class).hasMessage("access/denied");
        Filter noDays = new Filter(today().from(), today().to(), Optional.empty(), Optional.empty(), Optional.empty(), 0);
        assertThatThrownBy(() -> transfers.figures(leader, noDays)).hasMessage("request/invalid");
    }

    @Test
    void aReasonIsAddedChangedAndArchivedAndOfTwoAtOnceTheSecondHears() {
        Access admin = Accesses.administrator();
        TransferReasonId id = reasons.create(admin, new Draft("Taal", "Language", 70, false));
        reasons.change(admin, id, new Draft("Andere taal", "Another language", 70, false), 0);
        assertThatThrownBy(() -> reasons.change(admin, id, new Draft("X", "X", 70, false), 0)).hasMessage("transfer-reasons/changed");
        reasons.change(admin, id, new Draft("Andere taal", "Another language", 70, true), 1);
        assertThat(reasons.offered()).extracting(TransferReason::id).doesNotContain(id);
        assertThat(reasons.all(admin)).extracting(TransferReason::id).contains(id);
        ContactId contact = arrives();
        assertThatThrownBy(() -> handOver(contact, second, id)).hasMessage("request/invalid");
        assertThatThrownBy(() -> reasons.create(admin, new Draft(" ", "x".repeat(61), -1, false))).hasMessage("request/invalid");
        assertThatThrownBy(() -> reasons.create(leader, new Draft("a", "b", 1, false))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> reasons.change(admin, TransferReasonId.next(), new Draft("a", "b", 1, false), 0)).hasMessage("transfer-reasons/not-found");
    }

    private QueueId aQueue() {
        return routing.createQueue(new Routing.NewQueue(brand, "Rij " + UUID.randomUUID(), Optional.empty(), 50, 10, "pull", 30, 60, Map.of()));
    }

    /** In the first queue. */
    private ContactId arrives() {
        ContactId contact = placed(work.aLetter(brand).arrives());
        clock.advance(Duration.ofSeconds(1));
        return contact;
    }

    private ContactId placed(Received received) {
        eventually(() -> first.equals(contacts.contactOf(received.contact()).queue()));
        return received.contact();
    }

    private ContactId taken(Received received) {
        contacts.take(noor, placed(received));
        return received.contact();
    }

    private void handOver(ContactId contact, QueueId queue, @Nullable TransferReasonId why) {
        contacts.transfer(noor, contact, new Transfer(queue, null, "", why));
    }

    private Filter today() {
        return new Filter(clock.instant().minus(Duration.ofHours(1)), clock.instant().plusSeconds(1), Optional.of(brand), Optional.empty(), Optional.empty(), 7);
    }

    private List<ContactId> behind(Which which) {
        return rows(Behind.all(which));
    }

    private List<ContactId> rows(Behind behind) {
        return transfers.contacts(leader, today(), behind, null, 50).items().stream().map(Row::contact).toList();
    }
}
