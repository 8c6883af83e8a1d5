package nl.hartslag.desk;

import static nl.hartslag.testing.AtOnce.atOnce;
import static nl.hartslag.testing.Eventually.eventually;
import static nl.hartslag.testing.Refusals.refused;
import static nl.hartslag.testing.Refusals.refusedAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.InboundMessage;
import nl.hartslag.contacts.MessageView;
import nl.hartslag.contacts.Priority;
import nl.hartslag.contacts.Received;
import nl.hartslag.contacts.Registration;
import nl.hartslag.contacts.Result;
import nl.hartslag.contacts.Transfer;
import nl.hartslag.contacts.TransferReasons;
import nl.hartslag.contacts.WrapUp;
import nl.hartslag.customers.Customers;
import nl.hartslag.customers.Customers.IdentityKind;
import nl.hartslag.desk.BulkWork.Change;
import nl.hartslag.desk.BulkWork.Count;
import nl.hartslag.desk.BulkWork.Ending;
import nl.hartslag.desk.BulkWork.ItemState;
import nl.hartslag.desk.BulkWork.Left;
import nl.hartslag.desk.BulkWork.Selection;
import nl.hartslag.desk.BulkWork.State;
import nl.hartslag.desk.BulkWork.Work;
import nl.hartslag.desk.DeskList.View;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.organisation.OrganisationSettings.BrandDraft;
import nl.hartslag.organisation.OrganisationSettings.ReasonDraft;
import nl.hartslag.people.People;
import nl.hartslag.people.Role;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.routing.Routing;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.shared.TransferReasonId;
import nl.hartslag.shared.UserId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HartslagTest
class BulkWorkTest {
    @Autowired BulkWork bulk;
    @Autowired Desk desk;
    @Autowired Contacts contacts;
    @Autowired TransferReasons reasons;
    @Autowired Customers customers;
    @Autowired OrganisationSettings settings;
    @Autowired People people;
    @Autowired Routing routing;
    @Autowired MovableClock clock;
    @Autowired DSLContext db;
    private BrandId brand;
    private QueueId questions;
    private QueueId returns;
    private Access ilse;
    private Access bart;
    private Access leader;

    @BeforeEach
    void aBrandWithTwoQueues() {
        brand = brand();
        questions = queue("Vragen");
        returns = queue("Retouren");
        routing.addRule(brand, Optional.empty(), Optional.empty(), Optional.empty(), questions);
        ilse = person("Ilse de Wit", Role.AGENT, brand);
        bart = person("Bart Kok", Role.AGENT, brand);
        leader = person("Ties Bos", Role.TEAM_LEADER, brand);
    }

    @AfterEach
    void timeGoesOn() {
        clock.run();
    }

    @Test
    void givesEverythingOfAListAnotherPriorityAndTakesItBack() {
        List<Received> letters = letters(5);
        contacts.prioritise(ilse, letters.get(0).contact(), Priority.URGENT);
        Work looked = bulk.prepare(leader, all(), new Change(Priority.URGENT, null, null));
        assertThat(looked.state()).isEqualTo(State.PREPARED);
        assertThat(looked.counts()).containsExactlyInAnyOrder(new Count(ItemState.TO_DO, 4), new Count(ItemState.LEFT, 1));
        assertThat(looked.left()).containsExactly(new Left(ItemState.LEFT, "already", null, 1));
        assertThat(priority(letters.get(1))).isEqualTo(Priority.NORMAL);
        Work done = done(leader, looked);
        assertThat(letters).allSatisfy(one -> assertThat(priority(one)).isEqualTo(Priority.URGENT));
        assertThat(done.takenBackTill()).isEqualTo(done.finishedAt().plus(BulkWork.REGRET));
        Work back = takenBack(leader, done);
        assertThat(back.counts()).contains(new Count(ItemState.TAKEN_BACK, 4));
        assertThat(letters.stream().map(this::priority)).containsExactly(Priority.URGENT, Priority.NORMAL, Priority.NORMAL, Priority.NORMAL, Priority.NORMAL);
        assertThat(bulk.mine(leader, null, 10).items()).extracting(Work::id).containsExactly(done.id());
    }

    @Test
    void handsOverWhatMayBeAndSaysWhyTheRestStays() {
        List<Received> letters = letters(4);
        contacts.take(bart, letters.get(0).contact());
        contacts.take(ilse, letters.get(1).contact());
        contacts.wrapUp(ilse, letters.get(2).contact(), new WrapUp(CaseState.SOLVED, new Registration(reason("Klaar"), null, Result.SOLVED), letters.get(2).seq(), null));
        Work looked = bulk.prepare(ilse, ticked(letters), transfer(returns, null));
        assertThat(looked.left()).containsExactlyInAnyOrder(new Left(ItemState.LEFT, "not-yours", null, 1), new Left(ItemState.LEFT, "closed", null, 1));
        done(ilse, looked);
        assertThat(contacts.contact(leader, letters.get(0).contact()).assignedTo()).isEqualTo(bart.user());
        assertThat(List.of(letters.get(1), letters.get(3))).allSatisfy(one -> assertThat(contacts.contact(leader, one.contact())).satisfies(contact -> {
            assertThat(contact.queue()).isEqualTo(returns);
            assertThat(contact.state()).isEqualTo("waiting");
        }));
        assertThat(bulk.items(ilse, looked.id(), ItemState.LEFT, null, 10).items()).extracting(item -> item.row().conversation(), BulkWork.Item::why)
                .containsExactlyInAnyOrder(tuple(letters.get(0).conversation(), "not-yours"), tuple(letters.get(2).conversation(), "closed"));
    }

    @Test
    void whatWasHandedOverGoesBackToWhoeverHadItAndDoesNotCount() {
        List<Received> letters = letters(3);
        contacts.take(ilse, letters.get(0).contact());
        Work done = done(leader, bulk.prepare(leader, ticked(letters), transfer(returns, null)));
        // what a colleague took meanwhile stays his
        contacts.take(bart, letters.get(2).contact());
        Work back = takenBack(leader, done);
        assertThat(back.left()).containsExactly(new Left(ItemState.KEPT, "changed-since", null, 1));
        assertThat(contacts.contact(leader, letters.get(0).contact())).satisfies(contact -> {
            assertThat(contact.queue()).isEqualTo(questions);
            assertThat(contact.assignedTo()).isEqualTo(ilse.user());
        });
        assertThat(contacts.contact(leader, letters.get(1).contact())).satisfies(contact -> {
            assertThat(contact.queue()).isEqualTo(questions);
            assertThat(contact.state()).isEqualTo("waiting");
        });
        assertThat(contacts.contact(leader, letters.get(2).contact()).assignedTo()).isEqualTo(bart.user());
        assertThat(transfers(letters)).isEqualTo(1);
    }

    @Test
    void wrapsUpWhatWasReadAndKeepsWhatWasRegistered() {
        List<Received> letters = letters(3);
        ReasonId late = reason("Te laat");
        ReasonId broken = reason("Stuk");
        letters.subList(0, 2).forEach(one -> contacts.read(ilse, one.conversation(), one.seq()));
        contacts.register(ilse, letters.get(0).contact(), new Registration(broken, null, null));
        Work looked = bulk.prepare(ilse, ticked(letters), solved(late, false));
        assertThat(looked.left()).containsExactly(new Left(ItemState.LEFT, "unread", null, 1));
        Work done = done(ilse, looked);

        assertThat(contacts.contact(leader, letters.get(0).contact()).reason()).isEqualTo(broken);
        assertThat(contacts.contact(leader, letters.get(1).contact()).reason()).isEqualTo(late);
        assertThat(letters.subList(0, 2)).allSatisfy(one -> assertThat(contacts.contact(leader, one.contact()).caseState()).isEqualTo(CaseState.SOLVED));
        assertThat(contacts.contact(leader, letters.get(2).contact()).state()).isEqualTo("waiting");

        takenBack(ilse, done);
        assertThat(letters).allSatisfy(one -> assertThat(row(one)).satisfies(row -> {
            assertThat(row.state()).isNotEqualTo("closed");
            assertThat(row.caseState()).isEqualTo(CaseState.OPEN);
        }));
    }

    @Test
    void whatTheCustomerWritesBetweenLookingAndDoingIsNotClosedUnseen() {
        List<Received> letters = letters(2);
        Work looked = bulk.prepare(ilse, ticked(letters), solved(reason("Te laat"), true));
        write(letters.get(0), "En nog iets!");

        Work done = done(ilse, looked);

        assertThat(done.left()).containsExactly(new Left(ItemState.REFUSED, "contacts/customer-wrote-meanwhile", "De klant schreef opnieuw", 1));
        assertThat(contacts.contact(leader, letters.get(0).contact()).state()).isNotEqualTo("ended");
        assertThat(contacts.contact(leader, letters.get(1).contact()).state()).isEqualTo("ended");
    }

    @Test
    void ofTwoWhoDoTheSameAtOnceEachConversationIsDoneOnce() throws Exception {
        List<Received> letters = letters(10);
        Work mine = bulk.prepare(ilse, ticked(letters), transfer(returns, null));
        Work his = bulk.prepare(bart, ticked(letters), transfer(returns, null));
        atOnce(() -> bulk.start(ilse, mine.id()), () -> bulk.start(bart, his.id()));
        assertThat(Stream.of(finished(ilse, mine), finished(bart, his)).flatMap(work -> work.counts().stream()).filter(one -> one.state() == ItemState.DONE).mapToInt(Count::count).sum()).isEqualTo(10);
        assertThat(transfers(letters)).isEqualTo(10);
    }

    @Test
    void rightsThatAreGoneByThenCountAndWhoeverIsGoneDoesNothing() {
        List<Received> letters = letters(2);
        Work looked = bulk.prepare(ilse, ticked(letters), new Change(Priority.HIGH, null, null));
        db.execute("update people.users set state = 'disabled' where id = ?", ilse.user().value());
        assertThat(done(ilse, looked).left()).extracting(Left::why).containsExactly("access/denied");
        assertThat(letters).allSatisfy(one -> assertThat(priority(one)).isEqualTo(Priority.NORMAL));
    }

    @Test
    void isStoppedAndTakenBackOnlyByWhoeverBeganIt_andHarmlesslyTwice() {
        List<Received> letters = letters(2);
        Work looked = bulk.prepare(ilse, ticked(letters), new Change(Priority.HIGH, null, null));
        refused("bulk/not-found", () -> bulk.start(bart, looked.id()));
        refused("bulk/not-found", () -> bulk.stop(bart, looked.id()));
        refused("bulk/not-found", () -> bulk.takeBack(bart, looked.id()));
        refused("bulk/not-found", () -> bulk.work(bart, looked.id()));
        refused("bulk/not-found", () -> bulk.items(bart, looked.id(), ItemState.DONE, null, 10));
        refused("bulk/too-late", () -> bulk.takeBack(ilse, looked.id()));
        Work done = done(ilse, looked);
        assertThat(bulk.start(ilse, looked.id()).state()).isEqualTo(State.DONE);
        assertThat(bulk.stop(ilse, looked.id()).state()).isEqualTo(State.DONE);
        takenBack(ilse, done);
        assertThat(bulk.takeBack(ilse, done.id()).state()).isEqualTo(State.TAKEN_BACK);
    }

    @Test
    void afterADayItIsTooLate_andWhatWasOnlyLookedAtIsForgotten() {
        clock.stopAt(Instant.now());
        List<Received> letters = letters(1);
        Work looked = bulk.prepare(ilse, ticked(letters), new Change(Priority.LOW, null, null));
        Work done = done(ilse, bulk.prepare(ilse, ticked(letters), new Change(Priority.HIGH, null, null)));
        clock.advance(BulkWork.REGRET.plusSeconds(1));
        refused("bulk/too-late", () -> bulk.takeBack(ilse, done.id()));
        eventually(() -> forgotten(looked));
        clock.advance(BulkWork.KEPT);
        eventually(() -> forgotten(done));
    }

    @Test
    void wordsForAColleagueAreKeptNoLongerThanNeeded() {
        List<Received> letters = letters(1);
        Work done = done(ilse, bulk.prepare(ilse, ticked(letters), new Change(null, new Transfer(returns, null, "Voor mevrouw Jansen", why()), null)));
        assertThat(done.change().transfer().note()).isEmpty();
        assertThat(said(letters.getFirst())).contains("Voor mevrouw Jansen");
    }

    @Test
    void someoneWhoGivesOutNoWorkDoesAtMostTwoHundred() {
        List<Received> letters = letters(201);
        refused("bulk/too-many", () -> bulk.prepare(ilse, all(), new Change(Priority.HIGH, null, null)));
        assertThat(bulk.prepare(ilse, new Selection(Set.of(), new DeskList(View.ALL, Optional.empty()), Set.of(letters.getFirst().conversation())), new Change(Priority.HIGH, null, null)).counts())
                .containsExactly(new Count(ItemState.TO_DO, 200));
        assertThat(bulk.prepare(leader, all(), new Change(Priority.HIGH, null, null)).counts()).containsExactly(new Count(ItemState.TO_DO, 201));
    }

    @Test
    void asksForSomethingThatCanBe() {
        List<Received> letters = letters(1);
        ReasonId late = reason("Te laat");
        refused("bulk/nothing", () -> bulk.prepare(ilse, new Selection(Set.of(), null, Set.of()), new Change(Priority.HIGH, null, null)));
        refused("bulk/nothing", () -> bulk.prepare(ilse, new Selection(Set.of(new ConversationId(UUID.randomUUID())), null, Set.of()), new Change(Priority.HIGH, null, null)));
        refusedAt("change", "one-change", () -> bulk.prepare(ilse, ticked(letters), new Change(null, null, null)));
        refusedAt("change", "one-change", () -> bulk.prepare(ilse, ticked(letters), new Change(Priority.HIGH, new Transfer(returns, null, "", why()), null)));
        refusedAt("queue", "one-target", () -> bulk.prepare(ilse, ticked(letters), new Change(null, new Transfer(null, null, "", why()), null)));
        refusedAt("queue", "unknown", () -> bulk.prepare(ilse, ticked(letters), transfer(new QueueId(UUID.randomUUID()), null)));
        refusedAt("note", "too-long", () -> bulk.prepare(ilse, ticked(letters), new Change(null, new Transfer(returns, null, "x".repeat(2001), why()), null)));
        refusedAt("why", "unknown", () -> bulk.prepare(ilse, ticked(letters), new Change(null, new Transfer(returns, null, "", new TransferReasonId(UUID.randomUUID())), null)));
        refusedAt("comesBackAt", "required", () -> bulk.prepare(ilse, ticked(letters), ending(CaseState.OPEN, late, null)));
        refusedAt("comesBackAt", "past", () -> bulk.prepare(ilse, ticked(letters), ending(CaseState.OPEN, late, clock.instant())));
        refusedAt("caseState", "unknown", () -> bulk.prepare(ilse, ticked(letters), ending(CaseState.MERGED, late, null)));
        refusedAt("reason", "required", () -> bulk.prepare(ilse, ticked(letters), ending(CaseState.SOLVED, null, null)));
        refusedAt("reason", "unknown", () -> bulk.prepare(ilse, ticked(letters), ending(CaseState.SOLVED, new ReasonId(UUID.randomUUID()), null)));
        refusedAt("view", "unknown", () -> bulk.prepare(ilse, new Selection(Set.of(), new DeskList(View.CLOSED, Optional.empty()), Set.of()), new Change(Priority.HIGH, null, null)));
        refusedAt("cursor", "invalid", () -> bulk.items(ilse, bulk.prepare(ilse, ticked(letters), new Change(Priority.HIGH, null, null)).id(), ItemState.TO_DO, "x", 10));
        refused("access/denied", () -> bulk.prepare(Accesses.with(Permission.CONTACTS_VIEW, brand), ticked(letters), new Change(Priority.HIGH, null, null)));
    }

    @Test
    void keepsOpenUntilAMomentAndBringsAllBackThen() {
        clock.stopAt(Instant.now());
        List<Received> letters = letters(2);
        done(ilse, bulk.prepare(ilse, ticked(letters), ending(CaseState.OPEN, reason("Te laat"), clock.instant().plus(Duration.ofHours(3)))));
        assertThat(letters).allSatisfy(one -> assertThat(row(one).comesBackAt()).isNotNull());
        clock.advance(Duration.ofHours(3).plusSeconds(1));
        eventually(() -> letters.stream().noneMatch(one -> row(one).state().equals("closed")));
    }

    @Test
    void givesToAPersonWhoMayHaveIt() {
        BrandId elsewhere = brand();
        Access other = person("Noa Smit", Role.AGENT, elsewhere);
        List<Received> letters = letters(2);
        Work refused = done(leader, bulk.prepare(leader, ticked(letters), transfer(null, other.user())));
        assertThat(refused.left()).extracting(Left::why).containsExactly("not-for-them");
        done(leader, bulk.prepare(leader, ticked(letters), transfer(null, bart.user())));
        assertThat(said(letters.getFirst())).contains("transferred.person Bart Kok");
    }

    private Work done(Access access, Work looked) {
        bulk.start(access, looked.id());
        return finished(access, looked);
    }

    private Work finished(Access access, Work work) {
        return eventually(() -> bulk.work(access, work.id()), now -> now.state() == State.DONE);
    }

    private Work takenBack(Access access, Work done) {
        bulk.takeBack(access, done.id());
        return eventually(() -> bulk.work(access, done.id()), now -> now.state() == State.TAKEN_BACK);
    }

    private static Selection all() {
        return new Selection(Set.of(), new DeskList(View.ALL, Optional.empty()), Set.of());
    }

    private static Selection ticked(List<Received> letters) {
        return new Selection(letters.stream().map(Received::conversation).collect(Collectors.toSet()), null, Set.of());
    }

    private Change transfer(@Nullable QueueId queue, @Nullable UserId user) {
        return new Change(null, new Transfer(queue, user, "", why()), null);
    }

    private TransferReasonId why() {
        return reasons.offered().getFirst().id();
    }

    private Change solved(ReasonId reason, boolean unreadToo) {
        return new Change(null, null, new Ending(brand, CaseState.SOLVED, new Registration(reason, null, Result.SOLVED), null, null, unreadToo));
    }

    private Change ending(CaseState state, @Nullable ReasonId reason, @Nullable Instant comesBackAt) {
        return new Change(null, null, new Ending(brand, state, new Registration(reason, null, Result.ANSWERED), comesBackAt, null, true));
    }

    private Priority priority(Received one) {
        return contacts.contact(leader, one.contact()).priority();
    }

    private DeskRow row(Received one) {
        return desk.open(leader, one.conversation()).row();
    }

    private List<String> said(Received one) {
        return contacts.messages(leader, one.conversation(), 0, 20).stream().map(MessageView::text).toList();
    }

    private int transfers(List<Received> letters) {
        return db.fetchCount(DSL.table("contacts.transfer"), DSL.field("contact_id", UUID.class).in(letters.stream().map(one -> one.contact().value()).toList()));
    }

    private boolean forgotten(Work work) {
        return !db.fetchExists(DSL.table("desk.bulk_work"), DSL.field("id", UUID.class).eq(work.id().value()));
    }

    private ReasonId reason(String name) {
        return settings.createReason(Accesses.administrator(brand), brand, new ReasonDraft(null, name, name, 0, false, false));
    }

    private BrandId brand() {
        return settings.createBrand(Accesses.administrator(),
                new BrandDraft("b" + UUID.randomUUID().toString().substring(0, 12), "Merk", "#9c2f58", "nl", "Europe/Amsterdam", false, "Groet", "Regards"));
    }

    private QueueId queue(String name) {
        return routing.createQueue(new Routing.NewQueue(brand, name, Optional.empty(), 50, 10, "pull", 30, 60, Map.of()));
    }

    private Access person(String name, Role role, BrandId of) {
        return people.access(people.create(new People.NewUser(UUID.randomUUID() + "@desk.example", name, "nl", Optional.empty(), Optional.empty(), Optional.empty(), false,
                List.of(new People.RoleGrant(role, Optional.of(of))), List.of(), Map.of()))).orElseThrow();
    }

    private List<Received> letters(int many) {
        return IntStream.rangeClosed(1, many).mapToObj(at -> receive("Brief " + at + " 🙂")).toList();
    }

    private void write(Received to, String text) {
        receive(Optional.of(to.conversation()), contacts.contactOf(to.contact()).customer(), "Brief", text);
    }

    private Received receive(String subject) {
        var customer = customers.recognise(brand, IdentityKind.EMAIL, UUID.randomUUID() + "@post.example", "Marieke van den Berg", "nl");
        return receive(Optional.empty(), customer.id(), subject, "Kunt u mij helpen?");
    }

    private Received receive(Optional<ConversationId> in, CustomerId from, String subject, String text) {
        return contacts.receive(new InboundMessage(in, brand, from, "Marieke van den Berg", "letter", "mail", null, null, null, null, UUID.randomUUID().toString(),
                clock.instant(), subject, "nl", text, null, null, null, false, false, true, Optional.empty(), List.of("marieke@post.example"), List.of()));
    }
}
