package nl.hartslag.contacts.internal;

import static nl.hartslag.testing.AtOnce.atOnce;
import static nl.hartslag.testing.Refusals.refusedAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.hartslag.contacts.CaseFields;
import nl.hartslag.contacts.CaseFields.Asked;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Cases;
import nl.hartslag.contacts.Cases.CaseFilter;
import nl.hartslag.contacts.Cases.FieldChosen;
import nl.hartslag.contacts.Cases.Joining;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.MessageView;
import nl.hartslag.contacts.Received;
import nl.hartslag.contacts.Registration;
import nl.hartslag.contacts.Result;
import nl.hartslag.contacts.WrapUp;
import nl.hartslag.customers.CustomerFields;
import nl.hartslag.customers.Customers;
import nl.hartslag.customers.Customers.IncomingOrder;
import nl.hartslag.organisation.Fields;
import nl.hartslag.organisation.Fields.Change;
import nl.hartslag.organisation.Fields.Choice;
import nl.hartslag.organisation.Fields.Draft;
import nl.hartslag.organisation.Fields.Kind;
import nl.hartslag.organisation.Fields.Required;
import nl.hartslag.organisation.Fields.Type;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.organisation.OrganisationSettings.ReasonDraft;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.FieldId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.shared.UserId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.Handed;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@HartslagTest
@Import(Work.class)
class CaseFieldsTest {
    @Autowired Fields fields;
    @Autowired CaseFields caseFields;
    @Autowired CustomerFields customerFields;
    @Autowired Customers customers;
    @Autowired OrganisationSettings organisation;
    @Autowired Contacts contacts;
    @Autowired Cases cases;
    @Autowired Work work;
    @Autowired DSLContext db;
    @Autowired MovableClock clock;
    private BrandId brand;
    private ReasonId reason;
    private Access noor;
    private Access admin;
    private Work.Letter letter;
    private Received received;

    @BeforeEach
    void aContactInHand() {
        brand = work.aBrand();
        reason = work.aReason(brand);
        noor = work.anAgent(brand);
        admin = Accesses.administrator(brand);
        letter = work.aLetter(brand);
        received = letter.arrives();
        contacts.take(noor, received.contact());
    }

    @Test
    void isFilledInAndToldWithoutWhatStandsInIt() {
        FieldId serial = field(Kind.CASE, "serial", Type.ONE_LINE, Required.NEVER);
        change(serial, "SN-4711");
        change(serial, "SN-4712", "SN-4711");
        assertThat(value(received.caseId(), serial)).containsExactly("SN-4712");
        List<MessageView> lines = lines();
        assertThat(lines).extracting(MessageView::text).containsExactly("field.changed serial nl|serial en");
        assertThat(lines).extracting(MessageView::authorName).containsExactly(noor.name());
        change(serial, "", "SN-4712");
        assertThat(value(received.caseId(), serial)).isEmpty();
    }

    @Test
    void ofTwoAtOnceTheLaterIsTold() throws Exception {
        FieldId serial = field(Kind.CASE, "serial", Type.ONE_LINE, Required.NEVER);
        Access other = work.anAgent(brand);
        List<Throwable> refused = atOnce(
                () -> { caseFields.change(noor, received.caseId(), serial, to("een")); return null; },
                () -> { caseFields.change(other, received.caseId(), serial, to("twee")); return null; });
        assertThat(refused).singleElement().satisfies(one -> assertThat(one).hasMessage("fields/filled-in"));
        List<String> stands = value(received.caseId(), serial);
        String late = stands.equals(List.of("een")) ? "twee" : "een";
        caseFields.change(noor, received.caseId(), serial, new Change(List.of(late), stands));
        assertThat(value(received.caseId(), serial)).containsExactly(late);
        // the same once more, by a screen that did not hear of it
        caseFields.change(noor, received.caseId(), serial, new Change(List.of(late), stands));
    }

    @Test
    void twoFieldsAtOnceBothStay() throws Exception {
        FieldId serial = field(Kind.CASE, "serial", Type.ONE_LINE, Required.NEVER);
        FieldId size = field(Kind.CASE, "size", Type.ONE_LINE, Required.NEVER);
        assertThat(atOnce(
                () -> { caseFields.change(noor, received.caseId(), serial, to("een")); return null; },
                () -> { caseFields.change(noor, received.caseId(), size, to("XL")); return null; })).isEmpty();
        assertThat(value(received.caseId(), serial)).containsExactly("een");
        assertThat(value(received.caseId(), size)).containsExactly("XL");
    }

    @Test
    void whatIsRequiredKeepsOnlyTheWrapUpFromEnding() {
        FieldId always = field(Kind.CASE, "always", Type.ONE_LINE, Required.ALWAYS);
        FieldId ofCustomer = field(Kind.CUSTOMER, "club", Type.ONE_LINE, Required.ALWAYS);
        work.answer(noor, received.conversation(), received.seq());
        contacts.transfer(noor, received.contact(), Handed.to(null, work.anAgent(brand).user(), ""));
        contacts.take(noor, received.contact());
        assertThatThrownBy(() -> wrapUp(Result.ANSWERED)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo("contacts/fields-empty");
            assertThat(problem.arguments()).containsEntry("fields", "always nl, club nl");
            assertThat(problem.fieldErrors()).containsOnlyKeys("fields." + received.caseId() + "." + always, "fields." + customer() + "." + ofCustomer);
        });
        change(always, "ja");
        customerFields.change(noor, customer(), ofCustomer, to("Biljartclub"));
        wrapUp(Result.ANSWERED);
    }

    @Test
    void aReasonIncludesThoseBelowItAndAResultIsTheOneThatCounts() {
        ReasonId below = organisation.createReason(admin, brand, new ReasonDraft(reason, "Kapot", "Broken", 0, false, false));
        ReasonId other = organisation.createReason(admin, brand, new ReasonDraft(null, "Vraag", "Question", 0, false, false));
        FieldId serial = fields.create(admin, brand, Kind.CASE, "serial", draft("serial", Type.ONE_LINE, Required.REASONS, List.of(reason), List.of()));
        FieldId why = fields.create(admin, brand, Kind.CASE, "why", draft("why", Type.ONE_LINE, Required.RESULTS, List.of(), List.of("FORWARDED")));
        assertThat(asked(below, null)).containsExactly(serial);
        assertThat(asked(reason, Result.ANSWERED)).containsExactly(serial);
        assertThat(asked(other, Result.ANSWERED)).isEmpty();
        assertThat(asked(other, Result.FORWARDED)).containsExactly(why);
        assertThat(asked(below, Result.SPAM)).isEmpty();
    }

    @Test
    void asksForTheOrdersThatTheCustomerNamed() {
        FieldId gift = field(Kind.ORDER, "gift", Type.YES_NO, Required.ALWAYS);
        String from = contacts.conversation(noor, received.conversation()).recipients().getFirst().address();
        customers.storeOrder(brand, order("ORD-10021", from));
        customers.storeOrder(brand, order("ORD-10022", from));
        assertThat(caseFields.asked(noor, received.contact(), Result.ANSWERED)).isEmpty();
        letter.saying("Het gaat om ORD-10022").arrives();
        assertThat(caseFields.asked(noor, received.contact(), Result.ANSWERED)).singleElement().satisfies(asked -> {
            assertThat(asked.order()).isEqualTo("ORD-10022");
            assertThat(asked.filled().field().id()).isEqualTo(gift);
        });
        // who may not fill it in is not kept by it
        Access reader = Access.everywhere(noor.user(), "Noor", "nl", Set.of(Permission.CONTACTS_VIEW, Permission.CONTACTS_HANDLE), Set.of(brand), Set.of(), Optional.empty());
        assertThat(caseFields.asked(reader, received.contact(), Result.ANSWERED)).isEmpty();
    }

    @Test
    void aJoinedCaseFillsOnlyWhatIsEmptyAndTakesItBack() {
        FieldId serial = field(Kind.CASE, "serial", Type.ONE_LINE, Required.NEVER);
        FieldId size = field(Kind.CASE, "size", Type.ONE_LINE, Required.NEVER);
        FieldId place = field(Kind.CASE, "place", Type.ONE_LINE, Required.NEVER);
        Received into = work.aLetter(brand).arrives();
        change(serial, "mine");
        change(size, "XL");
        change(place, "Zwolle");
        caseFields.change(noor, into.caseId(), serial, to("theirs"));
        var joined = cases.merge(noor, received.caseId(), new Joining(into.caseId(), null, "k"));
        assertThat(value(into.caseId(), serial)).containsExactly("theirs");
        assertThat(value(into.caseId(), size)).containsExactly("XL");
        assertThat(caseFields.of(noor, received.caseId()).mayChange()).isFalse();
        assertThatThrownBy(() -> change(size, "S", "XL")).hasMessage("cases/merged");
        caseFields.change(noor, into.caseId(), place, new Change(List.of("Almelo"), List.of("Zwolle")));
        cases.undo(noor, joined);
        assertThat(value(into.caseId(), serial)).containsExactly("theirs");
        assertThat(value(into.caseId(), size)).isEmpty();
        assertThat(value(into.caseId(), place)).as("written since").containsExactly("Almelo");
        assertThat(value(received.caseId(), size)).containsExactly("XL");
    }

    @Test
    void isFoundByAndOnlyByWhoSeesTheCase() {
        FieldId colour = fields.create(admin, brand, Kind.CASE, "colour", new Draft(Type.CHOICE, "Kleur", "Colour", null, null, null,
                List.of(new Choice(null, "Rood", "Red", false), new Choice(null, "Blauw", "Blue", false)), Required.NEVER, List.of(), List.of(), null, false));
        List<Choice> choices = fields.of(brand, Kind.CASE).getFirst().choices();
        change(colour, choices.getFirst().id());
        assertThat(found(colour, choices.getFirst().id())).containsExactly(received.caseId());
        assertThat(found(colour, choices.getLast().id())).isEmpty();

        PartnerId company = PartnerId.next();
        Access partner = Access.everywhere(UserId.next(), "Gijs", "nl", Set.of(Permission.CONTACTS_VIEW, Permission.CONTACTS_HANDLE), Set.of(brand), Set.of(), Optional.of(company));
        assertThatThrownBy(() -> caseFields.of(partner, received.caseId())).hasMessage("cases/not-found");
        assertThatThrownBy(() -> caseFields.change(partner, received.caseId(), colour, to(choices.getLast().id()))).hasMessage("cases/not-found");
        assertThatThrownBy(() -> caseFields.asked(partner, received.contact(), null)).hasMessage("contacts/not-found");
        assertThat(found(partner, colour, choices.getFirst().id())).isEmpty();
        contacts.queued(received.contact(), QueueId.next(), Optional.of(company));
        assertThat(caseFields.of(partner, received.caseId()).fields()).hasSize(1);
        assertThat(found(partner, colour, choices.getFirst().id())).containsExactly(received.caseId());
        assertThat(found(partner, colour, choices.getLast().id())).isEmpty();
        Access elsewhere = Accesses.administrator(work.aBrand());
        assertThatThrownBy(() -> caseFields.of(elsewhere, received.caseId())).hasMessage("cases/not-found");
        assertThatThrownBy(() -> fields.all(elsewhere, brand, Kind.CASE)).hasMessage("brands/not-found");
        Access reader = Accesses.with(Permission.CONTACTS_VIEW, brand);
        assertThat(caseFields.of(reader, received.caseId()).mayChange()).isFalse();
        assertThatThrownBy(() -> caseFields.change(reader, received.caseId(), colour, to("x"))).hasMessage("access/denied");
    }

    @Test
    void whoSeesOnlyAPartOfTheCaseSeesNothingOfItsFields() {
        FieldId serial = field(Kind.CASE, "serial", Type.ONE_LINE, Required.NEVER);
        change(serial, "SN-4711");
        PartnerId company = PartnerId.next();
        Received theirs = work.aLetter(brand).arrives();
        contacts.queued(theirs.contact(), QueueId.next(), Optional.of(company));
        Access partner = Access.everywhere(UserId.next(), "Gijs", "nl", Set.of(Permission.CONTACTS_VIEW, Permission.CONTACTS_HANDLE), Set.of(brand), Set.of(), Optional.of(company));
        assertThat(caseFields.of(partner, theirs.caseId()).fields()).hasSize(1);
        cases.merge(noor, received.caseId(), new Cases.Joining(theirs.caseId(), null, "k"));
        assertThat(value(theirs.caseId(), serial)).containsExactly("SN-4711");
        assertThat(found(noor, serial, "SN-4711")).containsExactly(theirs.caseId());
        assertThat(found(partner, serial, "SN-4711")).as("what he may not read he does not find by").isEmpty();
        assertThat(caseFields.of(partner, theirs.caseId()).fields()).isEmpty();
        assertThat(caseFields.of(partner, received.caseId()).fields()).isEmpty();
        assertThatThrownBy(() -> caseFields.change(partner, theirs.caseId(), serial, new Change(List.of(), List.of("SN-4711")))).hasMessage("cases/not-whole");
    }

    @Test
    void nothingIsFilledInAnyMoreOnceItWasErased() {
        FieldId serial = field(Kind.CASE, "serial", Type.ONE_LINE, Required.NEVER);
        db.execute("update contacts.conversation set erased_at = now() where id = ?", received.conversation().value());
        assertThat(caseFields.of(noor, received.caseId()).mayChange()).isFalse();
        assertThatThrownBy(() -> change(serial, "SN-4711")).hasMessage("contacts/erased");
    }

    @Test
    void keepsItsTypeWhileItIsFilledInAndShowsWhatWasArchived() {
        FieldId serial = field(Kind.CASE, "serial", Type.ONE_LINE, Required.ALWAYS);
        fields.change(admin, serial, draft("serial", Type.WHOLE_NUMBER, Required.ALWAYS, List.of(), List.of()), 0);
        refusedAt("value", "whole-number", () -> change(serial, "SN-1"));
        change(serial, "0047");
        assertThat(value(received.caseId(), serial)).containsExactly("47");
        refusedAt("type", "filled-in", () -> fields.change(admin, serial, draft("serial", Type.DATE, Required.NEVER, List.of(), List.of()), 1));
        assertThatThrownBy(() -> fields.change(admin, serial, draft("serial", Type.WHOLE_NUMBER, Required.NEVER, List.of(), List.of()), 0)).hasMessage("fields/changed");
        fields.change(admin, serial, new Draft(Type.WHOLE_NUMBER, "serial nl", "serial en", null, null, null, List.of(), Required.ALWAYS, List.of(), List.of(), null, true), 1);
        refusedAt("value", "archived", () -> change(serial, "48", "47"));
        assertThat(caseFields.of(noor, received.caseId()).fields()).hasSize(1);
        assertThat(caseFields.asked(noor, received.contact(), Result.ANSWERED)).isEmpty();
        assertThat(caseFields.of(noor, work.aLetter(brand).arrives().caseId()).fields()).isEmpty();
    }

    @Test
    void refusesWhatIsSetUpWronglyAndNamesEachField() {
        field(Kind.CASE, "serial", Type.ONE_LINE, Required.NEVER);
        refused(List.of("key", "nameNl", "nameEn"), () -> field(Kind.CASE, "serial", Type.ONE_LINE, Required.NEVER));
        refused(List.of("key"), () -> field(Kind.CASE, "Serial Number", Type.ONE_LINE, Required.NEVER));
        refused(List.of("key"), () -> field(Kind.ORDER, "email", Type.ONE_LINE, Required.NEVER));
        refused(List.of("choices"), () -> field(Kind.CASE, "colour", Type.CHOICE, Required.NEVER));
        refused(List.of("reasons"), () -> field(Kind.CASE, "broken", Type.ONE_LINE, Required.REASONS));
        refused(List.of("reasons"), () -> fields.create(admin, brand, Kind.CASE, "broken", draft("x", Type.ONE_LINE, Required.REASONS, List.of(ReasonId.next()), List.of())));
        refused(List.of("results"), () -> fields.create(admin, brand, Kind.CASE, "broken", draft("x", Type.ONE_LINE, Required.RESULTS, List.of(), List.of("NEVER_HEARD"))));
        assertThatThrownBy(() -> fields.create(noor, brand, Kind.CASE, "mine", draft("x", Type.ONE_LINE, Required.NEVER, List.of(), List.of()))).hasMessage("access/denied");
        for (int i = 1; i < Fields.MOST; i++) field(Kind.CASE, "f" + i, Type.ONE_LINE, Required.NEVER);
        assertThatThrownBy(() -> field(Kind.CASE, "one_more", Type.ONE_LINE, Required.NEVER)).hasMessage("fields/too-many");
        List<FieldId> order = fields.of(brand, Kind.CASE).stream().map(Fields.Field::id).toList();
        fields.arrange(admin, brand, Kind.CASE, List.of(order.get(2), order.get(0)), order);
        assertThat(fields.of(brand, Kind.CASE)).extracting(Fields.Field::id).startsWith(order.get(2), order.get(0), order.get(1), order.get(3));
    }

    @Test
    void ofTwoWhoArrangeAtOnceTheLaterIsToldAndWhoFillsInMeanwhileIsNotKept() throws Exception {
        FieldId serial = field(Kind.CASE, "serial", Type.ONE_LINE, Required.NEVER);
        for (int i = 1; i < Fields.MOST; i++) field(Kind.CASE, "f" + i, Type.ONE_LINE, Required.NEVER);
        for (int round = 0; round < 5; round++) {
            List<FieldId> seen = fields.of(brand, Kind.CASE).stream().map(Fields.Field::id).toList();
            List<FieldId> turned = seen.reversed();
            List<FieldId> lastFirst = Stream.concat(Stream.of(seen.getLast()), seen.stream().limit(seen.size() - 1)).toList();
            assertThat(atOnce(
                    () -> { fields.arrange(admin, brand, Kind.CASE, turned, seen); return null; },
                    () -> { fields.arrange(admin, brand, Kind.CASE, lastFirst, seen); return null; }))
                    .singleElement().satisfies(one -> assertThat(one).hasMessage("fields/arranged"));
            List<FieldId> now = fields.of(brand, Kind.CASE).stream().map(Fields.Field::id).toList();
            assertThat(now).isIn(turned, lastFirst);
            List<String> value = value(received.caseId(), serial);
            assertThat(atOnce(
                    () -> { fields.arrange(admin, brand, Kind.CASE, now.reversed(), now); return null; },
                    () -> { caseFields.change(noor, received.caseId(), serial, new Change(List.of("SN-" + now.getFirst()), value)); return null; })).isEmpty();
        }
        List<FieldId> stands = fields.of(brand, Kind.CASE).stream().map(Fields.Field::id).toList();
        fields.arrange(admin, brand, Kind.CASE, stands, stands.reversed());
    }

    private FieldId field(Kind kind, String key, Type type, Required required) {
        return fields.create(admin, brand, kind, key, draft(key, type, required, List.of(), List.of()));
    }

    private static Draft draft(String name, Type type, Required required, List<ReasonId> reasons, List<String> results) {
        return new Draft(type, name + " nl", name + " en", null, null, null, List.of(), required, reasons, results, null, false);
    }

    private void change(FieldId field, String value, String... before) {
        caseFields.change(noor, received.caseId(), field, new Change(value.isEmpty() ? List.of() : List.of(value), List.of(before)));
    }

    private static Change to(String value) {
        return new Change(List.of(value), List.of());
    }

    private List<String> value(CaseId id, FieldId field) {
        return caseFields.of(noor, id).fields().stream().filter(one -> one.field().id().equals(field)).findFirst().orElseThrow().value();
    }

    private List<FieldId> asked(ReasonId why, Result result) {
        contacts.register(noor, received.contact(), new Registration(why, null, null));
        return caseFields.asked(noor, received.contact(), result).stream().map(Asked::filled).map(one -> one.field().id()).toList();
    }

    private List<CaseId> found(FieldId field, String value) {
        return found(noor, field, value);
    }

    private List<CaseId> found(Access access, FieldId field, String value) {
        return cases.find(access, new CaseFilter(Optional.of(brand), Optional.empty(), Optional.empty(), null, true, false, Optional.empty(), Optional.of(new FieldChosen(field, value)), Optional.empty()), null, 10)
                .items().stream().map(Cases.CaseHit::id).toList();
    }

    private CustomerId customer() {
        return contacts.conversation(noor, received.conversation()).customer();
    }

    private List<MessageView> lines() {
        return contacts.messages(noor, received.conversation(), 1_000, 100).stream().filter(one -> one.direction().equals("event")).toList();
    }

    private void wrapUp(Result result) {
        int seen = contacts.conversation(noor, received.conversation()).lastSeq();
        contacts.wrapUp(noor, received.contact(), new WrapUp(CaseState.SOLVED, new Registration(reason, null, result), seen, null));
    }

    private IncomingOrder order(String number, String from) {
        return new IncomingOrder(number, from, "Klant", "nl", "NL", clock.instant(), "shipped", "paid", 4_500, "EUR", null, null, null, null, null, List.of());
    }

    private static void refused(List<String> fields, ThrowingCallable what) {
        assertThatThrownBy(what).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fieldErrors()).containsOnlyKeys(fields.toArray(String[]::new)));
    }
}
