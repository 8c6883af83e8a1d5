package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.PLANNED_ANSWER;
import static nl.hartslag.contacts.internal.db.Tables.UPLOAD;
import static nl.hartslag.testing.AtOnce.atOnce;
import static nl.hartslag.testing.Eventually.eventually;
import static nl.hartslag.testing.Refusals.refused;
import static nl.hartslag.testing.Refusals.refusedAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.Draft;
import nl.hartslag.contacts.MessageView;
import nl.hartslag.contacts.PlannedAnswers;
import nl.hartslag.contacts.PlannedAnswers.MomentKind;
import nl.hartslag.contacts.PlannedAnswers.OnItsWay;
import nl.hartslag.contacts.PlannedAnswers.PlannedAnswer;
import nl.hartslag.contacts.PlannedAnswers.PlannedFile;
import nl.hartslag.contacts.PlannedAnswers.SendingMoment;
import nl.hartslag.contacts.PlannedAnswers.State;
import nl.hartslag.contacts.PlannedAnswers.TakenBack;
import nl.hartslag.contacts.PlannedAnswers.Why;
import nl.hartslag.contacts.Received;
import nl.hartslag.contacts.Reply;
import nl.hartslag.contacts.Transfer;
import nl.hartslag.contacts.TransferReasons;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.timers.TimerHandler.DueTimer;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.PlannedAnswerId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.shared.UploadId;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

@HartslagTest
@Import(Work.class)
class PlannedAnswersTest {
    private static final String WORDS = "Onderweg! 🚚";
    @Autowired PlannedAnswers planned;
    @Autowired Contacts contacts;
    @Autowired AnswersLeaving leaving;
    @Autowired TransferReasons reasons;
    @Autowired Work work;
    @Autowired DSLContext db;
    @Autowired MovableClock clock;
    @Autowired TransactionTemplate transactions;
    private BrandId brand;
    private ReasonId reason;
    private Access noor;
    private Access sem;
    private Work.Letter customer;
    private Received letter;

    @BeforeEach
    void someoneWhoAsks() {
        brand = work.aBrand();
        reason = work.aReason(brand);
        noor = work.anAgent(brand);
        sem = work.anAgent(brand);
        customer = work.aLetter(brand);
        letter = customer.arrives();
    }

    @Test
    void leavesWhenItCanNoLongerBeTakenBack_andIsTakenAtOnceByWhoAnswers() {
        contacts.saveDraft(noor, letter.conversation(), new Draft("reply", WORDS, 1));
        PlannedAnswer answer = soon(noor, 1);
        assertThat(answer.sendAt()).isEqualTo(answer.plannedAt().plusSeconds(10));
        assertThat(contacts.contactOf(letter.contact()).assignedTo()).isEqualTo(noor.user());
        assertThat(contacts.drafts(noor, letter.conversation())).isEmpty();
        assertThat(sent()).isEmpty();
        contacts.saveDraft(noor, letter.conversation(), new Draft("reply", "En nog iets", 1));

        clock.advance(Duration.ofSeconds(11));
        eventually(() -> !sent().isEmpty());
        assertThat(sent()).singleElement().extracting(MessageView::text, MessageView::authorId).containsExactly(WORDS, noor.user());
        assertThat(planned.of(noor, letter.conversation())).isEmpty();
        assertThat(contacts.contactOf(letter.contact()).firstAnswerAt()).isNotNull();
        assertThat(contacts.drafts(noor, letter.conversation())).extracting(Draft::text).containsExactly("En nog iets");
    }

    @Test
    void takenBackInTimeItNeverLeaves_andGivesItsWordsAndFilesAgainWhenAskedTwice() {
        UploadId file = upload(noor, "bon.pdf");
        PlannedAnswer answer = plan(noor, null, file);
        assertThatThrownBy(() -> contacts.reply(noor, letter.conversation(), new Reply("x", List.of(file), 1, key(), false)))
                .as("a file leaves with one answer").hasMessage("request/invalid");

        TakenBack back = planned.takeBack(noor, answer.id(), false);
        assertThat(back).isEqualTo(new TakenBack(WORDS, List.of(new PlannedFile(file, "bon.pdf", 7)), 1, null));
        assertThat(planned.takeBack(noor, answer.id(), false)).isEqualTo(back);
        fire(answer);
        assertThat(sent()).isEmpty();

        fire(plan(noor, null, file));
        assertThat(sent()).singleElement().satisfies(message -> assertThat(message.attachments()).hasSize(1));
        refused("planned-answers/left", () -> planned.takeBack(noor, planOnceMoreAndSend(), false));
    }

    private PlannedAnswerId planOnceMoreAndSend() {
        PlannedAnswer answer = plan(noor, null);
        fire(answer);
        return answer.id();
    }

    @Test
    void askedTwiceIsOneAnswer_alsoWhenItWasTakenBackOrHasLeft() {
        Reply reply = new Reply(WORDS, List.of(), 1, key(), false);
        PlannedAnswer first = planned.plan(noor, letter.conversation(), reply, null, null).planned();
        assertThat(planned.plan(noor, letter.conversation(), reply, null, null).planned()).isEqualTo(first);
        fire(first);
        fire(first);
        assertThat(planned.plan(noor, letter.conversation(), reply, null, null).planned().state()).isEqualTo(State.SENT);
        assertThat(sent()).hasSize(1);

        Reply other = new Reply(WORDS, List.of(), 2, key(), false);
        planned.takeBack(noor, planned.plan(noor, letter.conversation(), other, null, null).planned().id(), false);
        assertThat(planned.plan(noor, letter.conversation(), other, null, null).planned().state()).isEqualTo(State.TAKEN_BACK);
        assertThat(planned.of(noor, letter.conversation())).isEmpty();
    }

    @Test
    void whatTheCustomerWritesInThoseSecondsDoesNotHoldItUp() {
        PlannedAnswer answer = soon(noor, 1);
        customer.saying("Hallo?").arrives();
        fire(answer);
        assertThat(sent()).hasSize(1);
    }

    @Test
    void leavesAtOnceWhereNobodyCanTakeItBack() {
        Reply reply = new Reply(WORDS, List.of(), 1, key(), false);
        OnItsWay gone = planned.plan(noor, letter.conversation(), reply, null, Duration.ZERO);
        assertThat(gone.planned()).isNull();
        assertThat(planned.plan(noor, letter.conversation(), reply, null, null).sent()).isEqualTo(gone.sent());
        Received chat = work.aLetter(brand).byChat().arrives();
        assertThat(planned.plan(noor, chat.conversation(), new Reply("Hoi", List.of(), 1, key(), false), null, null).sent()).isNotNull();
        refusedAt("sendAt", "mail-only", () -> planned.plan(noor, chat.conversation(), new Reply("Hoi", List.of(), 1, key(), false), later(), null));
    }

    @Test
    void refusesAtOnceWhatWouldBeRefusedLater() {
        refusedAt("sendAt", "past", () -> plan(noor, clock.instant()));
        refusedAt("sendAt", "days-at-most", () -> plan(noor, clock.instant().plus(Duration.ofDays(400))));
        refusedAt("text", "required", () -> planned.plan(noor, letter.conversation(), new Reply(" ", List.of(), 1, key(), false), null, null));
        customer.saying("Hallo?").arrives();
        refused("contacts/customer-wrote-meanwhile", () -> planned.plan(noor, letter.conversation(), new Reply(WORDS, List.of(), 1, key(), false), later(), null));
        Access stranger = work.anAgent(work.aBrand());
        refused("contacts/not-found", () -> plan(stranger, null));
        assertThat(db.fetchExists(PLANNED_ANSWER, PLANNED_ANSWER.CONVERSATION_ID.eq(letter.conversation().value()))).isFalse();
    }

    @Test
    void aLaterAnswerIsStoppedWhenTheCustomerWrites_andKeepsItsWords() {
        PlannedAnswer answer = plan(noor, later());
        customer.saying("Laat maar").arrives();
        assertThat(stopped()).isEqualTo(Why.CUSTOMER_WROTE);
        assertThat(told()).contains(noor.user().value());
        fire(answer);
        refused("planned-answers/stopped", () -> planned.sendNow(noor, answer.id()));
        assertThat(sent()).isEmpty();
        assertThat(planned.takeBack(noor, answer.id(), false).text()).isEqualTo(WORDS);
        assertThat(planned.of(noor, letter.conversation())).isEmpty();
    }

    @Test
    void aLaterAnswerIsStoppedWhenAColleagueAnswers() {
        plan(noor, later());
        work.answer(sem, letter.conversation(), 1);
        assertThat(stopped()).isEqualTo(Why.ANSWERED_MEANWHILE);
    }

    @Test
    void aLaterAnswerIsStoppedWhenTheContactIsHandedOn() {
        plan(noor, later());
        handOn();
        assertThat(stopped()).isEqualTo(Why.TRANSFERRED);
    }

    @Test
    void whatCouldStillBeTakenBackLeavesBeforeTheContactIsHandedOn() {
        soon(noor, 1);
        handOn();
        assertThat(sent()).hasSize(1);
        assertThat(planned.of(noor, letter.conversation())).isEmpty();
    }

    @Test
    void wrappingUpSendsItFirst_andIsNotDoneWhenItMayNotLeave() {
        soon(noor, 1);
        work.answer(sem, letter.conversation(), 1);
        refused("contacts/answered-meanwhile", () -> work.wrapUp(noor, letter.contact(), reason, CaseState.SOLVED));
        assertThat(contacts.contactOf(letter.contact()).state()).isEqualTo("assigned");
        planned.takeBack(noor, planned.of(noor, letter.conversation()).getFirst().id(), false);

        PlannedAnswer again = soon(noor, 2);
        work.wrapUp(noor, letter.contact(), reason, CaseState.SOLVED);
        assertThat(contacts.contactOf(letter.contact()).state()).isEqualTo("ended");
        assertThat(sent()).hasSize(2);
        fire(again);
        assertThat(sent()).hasSize(2);
    }

    @Test
    void aCaseIsNotSolvedBeforeItsAnswerLeft_butCanWait_andTheAnswerBringsNobodyWork() {
        PlannedAnswer answer = plan(noor, later());
        refused("contacts/answer-planned", () -> work.wrapUp(noor, letter.contact(), reason, CaseState.SOLVED));
        work.wrapUp(noor, letter.contact(), reason, CaseState.WAITING_FOR_CUSTOMER);
        fire(answer);
        assertThat(sent()).singleElement().extracting(MessageView::authorName).isEqualTo("Noor");
        assertThat(contacts.conversation(noor, letter.conversation()).contact()).contains(letter.contact());
        assertThat(contacts.caseOf(letter.caseId()).state()).isEqualTo(CaseState.WAITING_FOR_CUSTOMER);
    }

    @Test
    void whatItsAuthorMayNotSendAnyMoreComesBackAsWork() {
        PlannedAnswer answer = plan(noor, later());
        work.wrapUp(noor, letter.contact(), reason, CaseState.WAITING_FOR_CUSTOMER);
        db.execute("update people.users set state = 'disabled' where id = ?", noor.user().value());
        fire(answer);
        assertThat(sent()).isEmpty();
        assertThat(stopped(sem)).isEqualTo(Why.NOT_ALLOWED);
        var back = contacts.contactOf(contacts.conversation(sem, letter.conversation()).contact().orElseThrow());
        assertThat(back.id()).isNotEqualTo(letter.contact());
        assertThat(back.state()).isEqualTo("waiting");
    }

    @Test
    void aColleagueTakesItBack_whichIsWrittenDown_andHasItsWordsAndFiles() {
        UploadId file = upload(noor, "bon.pdf");
        PlannedAnswer answer = plan(noor, later(), file);
        assertThat(planned.takeBack(sem, answer.id(), false).files()).extracting(PlannedFile::id).containsExactly(file);
        assertThat(happened()).contains("answer.taken-back Noor");
        assertThat(told()).contains(noor.user().value());
        refused("planned-answers/taken-back", () -> planned.takeBack(noor, answer.id(), false));
        refused("planned-answers/not-found", () -> planned.takeBack(work.anAgent(work.aBrand()), answer.id(), false));
        contacts.reply(sem, letter.conversation(), new Reply("Zo dan", List.of(file), contacts.conversation(sem, letter.conversation()).lastSeq(), key(), false));
        assertThat(sent()).singleElement().satisfies(message -> assertThat(message.attachments()).hasSize(1));
    }

    @Test
    void sentNowItLeavesInTheNameOfItsAuthor() {
        PlannedAnswer answer = plan(noor, later());
        planned.sendNow(sem, answer.id());
        planned.sendNow(sem, answer.id());
        assertThat(sent()).singleElement().extracting(MessageView::authorId).isEqualTo(noor.user());
        assertThat(happened()).contains("answer.sent-now Noor");
    }

    @Test
    void aCrashWhileItLeavesLeavesItPlanned_andItLeavesOnce() {
        PlannedAnswer answer = plan(noor, later());
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {
            leaving.fire(timer(answer));
            throw new IllegalStateException("the power went off");
        })).hasMessage("the power went off");
        assertThat(sent()).isEmpty();
        assertThat(planned.of(noor, letter.conversation())).singleElement().extracting(PlannedAnswer::state).isEqualTo(State.PLANNED);
        fire(answer);
        fire(answer);
        assertThat(sent()).hasSize(1);
    }

    @Test
    void filesOfALaterAnswerStayUntilItLeaves() {
        UploadId file = upload(noor, "bon.pdf");
        UploadId other = upload(noor, "niets.pdf");
        PlannedAnswer answer = plan(noor, clock.instant().plus(Duration.ofDays(30)), file);
        clock.advance(Duration.ofDays(9));
        eventually(() -> !db.fetchExists(UPLOAD, UPLOAD.ID.eq(other.value())));
        fire(answer);
        assertThat(sent()).singleElement().satisfies(message -> assertThat(message.attachments()).hasSize(1));
    }

    @Test
    void offersMomentsThatAreStillToCome_soonestFirst_inTheMorningOfTheBrand() {
        List<SendingMoment> moments = planned.moments(noor, letter.conversation());
        assertThat(moments).extracting(SendingMoment::kind).contains(MomentKind.IN_AN_HOUR, MomentKind.NEXT_MORNING);
        assertThat(moments).extracting(SendingMoment::at).isSorted().allMatch(at -> at.isAfter(clock.instant()));
        Instant morning = moments.stream().filter(one -> one.kind() == MomentKind.NEXT_MORNING).findFirst().orElseThrow().at();
        assertThat(morning.atZone(ZoneId.of("Europe/Amsterdam")).toLocalTime()).isEqualTo(LocalTime.of(9, 0));
        refused("contacts/not-found", () -> planned.moments(work.anAgent(work.aBrand()), letter.conversation()));
    }

    @RepeatedTest(5)
    void ofTakingBackAndLeavingOneIsFirst() throws Exception {
        PlannedAnswer answer = soon(noor, 1);
        List<Throwable> refused = atOnce(() -> planned.takeBack(noor, answer.id(), false), () -> {
            fire(answer);
            return null;
        });
        assertThat(sent()).hasSize(refused.size());
    }

    private PlannedAnswer soon(Access who, int seen) {
        return planned.plan(who, letter.conversation(), new Reply(WORDS, List.of(), Math.max(seen, lastSeq()), key(), false), null, null).planned();
    }

    private PlannedAnswer plan(Access who, Instant sendAt, UploadId... files) {
        return planned.plan(who, letter.conversation(), new Reply(WORDS, List.of(files), lastSeq(), key(), false), sendAt, null).planned();
    }

    private int lastSeq() {
        return contacts.conversation(noor, letter.conversation()).lastSeq();
    }

    private void handOn() {
        var why = reasons.offered().stream().findFirst().map(TransferReasons.TransferReason::id).orElse(null);
        contacts.transfer(noor, letter.contact(), new Transfer(null, sem.user(), "", why));
    }

    private UploadId upload(Access who, String name) {
        return contacts.upload(who.user().toString(), brand, name, "een bon".getBytes());
    }

    private Instant later() {
        return clock.instant().plus(Duration.ofDays(2));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private void fire(PlannedAnswer answer) {
        transactions.executeWithoutResult(status -> leaving.fire(timer(answer)));
    }

    private static DueTimer timer(PlannedAnswer answer) {
        return new DueTimer("contacts.planned-answer", answer.id().toString(), answer.sendAt(), Map.of("conversation", answer.conversation().toString()));
    }

    private Why stopped() {
        return stopped(noor);
    }

    private Why stopped(Access reader) {
        return planned.of(reader, letter.conversation()).getFirst().why();
    }

    private List<MessageView> sent() {
        return contacts.messages(sem, letter.conversation(), 0, 100).stream().filter(one -> one.direction().equals("out") && one.authorKind().equals("user")).toList();
    }

    private List<String> happened() {
        return contacts.messages(sem, letter.conversation(), 0, 100).stream().filter(one -> one.direction().equals("event")).map(MessageView::text).toList();
    }

    private List<UUID> told() {
        return db.fetch("select user_id from (select * from platform.live_pending union all select position, kind, brand_id, partner_id, permission, user_id, payload, at from "
                + "platform.live_log) news where kind = 'answer.not-sent' and payload ->> 'conversation' = ?", letter.conversation().toString()).getValues("user_id", UUID.class);
    }
}
