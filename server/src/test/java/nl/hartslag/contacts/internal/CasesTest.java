package nl.hartslag.contacts.internal;

import static nl.hartslag.testing.AtOnce.atOnce;
import static nl.hartslag.testing.Refusals.refused;
import static nl.hartslag.testing.Refusals.refusedAt;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Cases;
import nl.hartslag.contacts.Cases.CaseChange;
import nl.hartslag.contacts.Cases.CaseContact;
import nl.hartslag.contacts.Cases.CaseFilter;
import nl.hartslag.contacts.Cases.CaseHit;
import nl.hartslag.contacts.Cases.CaseLink;
import nl.hartslag.contacts.Cases.Joining;
import nl.hartslag.contacts.Cases.TakingOut;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.GivenPromises;
import nl.hartslag.contacts.MessageView;
import nl.hartslag.contacts.Received;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.platform.timers.TimerHandler.DueTimer;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseChangeId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.shared.UserId;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.Law;
import nl.hartslag.testing.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

@HartslagTest
@Import(Work.class)
class CasesTest {
    @Autowired Cases cases;
    @Autowired Contacts contacts;
    @Autowired GivenPromises promises;
    @Autowired Work work;
    @Autowired Returns returns;
    @Autowired TransactionTemplate transactions;
    @Autowired MovableClock clock;
    private BrandId brand;
    private ReasonId reason;
    private Access noor;
    private Work.Letter shopper;
    private Received chat;
    private Received mail;

    @BeforeEach
    void aCustomerWhoCameTwice() {
        brand = work.aBrand();
        reason = work.aReason(brand);
        noor = work.anAgent(brand);
        shopper = work.aLetter(brand).headed("Voor mijn schoonmoeder");
        chat = work.aLetter(brand).arrives();
        mail = shopper.arrives();
        clock.advance(Duration.ofMinutes(1));
    }

    @Test
    void aJoinedCaseGoesOnInTheOtherWithAllThatBelongsToIt() {
        contacts.take(noor, chat.contact());
        var promised = promises.give(noor, chat.conversation(), new GivenPromises.NewPromise(
                GivenPromises.Act.REFUND, "Je krijgt het terug", null, clock.instant().plus(Duration.ofDays(1)), null, "key"));
        join(chat, mail);
        var page = cases.page(noor, mail.caseId(), 100);
        assertThat(page.contacts()).extracting(CaseContact::id).containsExactlyInAnyOrder(chat.contact(), mail.contact());
        assertThat(page.view().contacts()).isEqualTo(2);
        assertThat(page.promises()).extracting(one -> one.id()).contains(promised);
        assertThat(contacts.conversation(noor, chat.conversation()).caseId()).isEqualTo(mail.caseId());
        var left = cases.page(noor, chat.caseId(), 100);
        assertThat(left.view().state()).isEqualTo(CaseState.MERGED);
        assertThat(left.mergedInto()).isEqualTo(new CaseLink(mail.caseId(), page.view().number()));
        assertThat(happened(chat)).contains("case.merged " + page.view().number());
    }

    @Test
    void aNewMessageInWhatWasJoinedIsOfTheOtherCase() {
        join(mail, chat);
        end(mail, CaseState.SOLVED);
        end(chat, CaseState.SOLVED);
        clock.advance(Duration.ofHours(1));
        Received again = shopper.saying("En nu?").arrives();
        assertThat(again.caseId()).isEqualTo(chat.caseId());
        assertThat(contacts.caseOf(chat.caseId()).state()).isEqualTo(CaseState.OPEN);
    }

    @Test
    void aCaseOfWhichSomethingElseIsInHandStaysOpenUntilTheLastIsWrappedUp() {
        join(chat, mail);
        end(chat, CaseState.SOLVED);
        assertThat(contacts.caseOf(mail.caseId()).state()).isEqualTo(CaseState.OPEN);
        assertThat(contacts.contactOf(chat.contact()).state()).isEqualTo("ended");
        end(mail, CaseState.WAITING_FOR_CUSTOMER);
        assertThat(contacts.caseOf(mail.caseId()).state()).isEqualTo(CaseState.WAITING_FOR_CUSTOMER);
    }

    @RepeatedTest(5)
    void ofTwoWhoEndTheirPartsAtOnceTheLastOneDecides() throws Exception {
        join(chat, mail);
        Access sem = work.anAgent(brand);
        contacts.take(noor, chat.contact());
        contacts.take(sem, mail.contact());
        assertThat(atOnce(() -> done(() -> work.wrapUp(noor, chat.contact(), reason, CaseState.SOLVED)),
                () -> done(() -> work.wrapUp(sem, mail.contact(), reason, CaseState.SOLVED)))).isEmpty();
        assertThat(contacts.caseOf(mail.caseId()).state()).isEqualTo(CaseState.SOLVED);
    }

    @Test
    void anOpenCaseThatIsJoinedToASolvedOneOpensIt() {
        end(mail, CaseState.SOLVED);
        join(chat, mail);
        assertThat(contacts.caseOf(mail.caseId()).state()).isEqualTo(CaseState.OPEN);
        assertThat(cases.page(noor, mail.caseId(), 100).reopened()).isOne();
    }

    @Test
    void takingBackPutsBothAsTheyWere() {
        end(chat, CaseState.SOLVED);
        var before = contacts.caseOf(chat.caseId());
        CaseChangeId change = join(chat, mail);
        clock.advance(Duration.ofMinutes(1));
        cases.undo(noor, change);
        cases.undo(noor, change);
        assertThat(contacts.caseOf(chat.caseId())).isEqualTo(before);
        assertThat(contacts.conversation(noor, chat.conversation()).caseId()).isEqualTo(chat.caseId());
        assertThat(cases.page(noor, mail.caseId(), 100).changes()).singleElement()
                .satisfies(one -> assertThat(one.undoneByName()).isEqualTo("Noor"));
        assertThat(happened(chat)).contains("case.undone " + before.number());
    }

    @Test
    void whatBecameOfAConversationSinceGoesBackWithIt() {
        end(mail, CaseState.SOLVED);
        CaseChangeId change = join(mail, chat);
        clock.advance(Duration.ofHours(1));
        Received again = shopper.saying("Toch nog iets").arrives();
        cases.undo(noor, change);
        assertThat(contacts.contactOf(again.contact()).caseId()).isEqualTo(mail.caseId());
        assertThat(contacts.caseOf(mail.caseId()).state()).isEqualTo(CaseState.OPEN);
        assertThat(contacts.caseOf(mail.caseId()).contacts()).isEqualTo(2);
    }

    @Test
    void aPartThatEndedMeanwhileComesBackAsWorkWhenItsCaseIsItselfAgain() {
        CaseChangeId change = join(chat, mail);
        contacts.take(noor, mail.contact());
        end(chat, CaseState.SOLVED);
        clock.advance(Duration.ofMinutes(1));
        cases.undo(noor, change);
        assertThat(contacts.caseOf(chat.caseId())).satisfies(one -> {
            assertThat(one.state()).isEqualTo(CaseState.OPEN);
            assertThat(one.notEnded()).isOne();
        });
        assertThat(contacts.caseOf(mail.caseId()).state()).isEqualTo(CaseState.OPEN);
    }

    @Test
    void noCaseIsLeftOpenWithNobodyWhenWhatOpenedItGoesBack() {
        end(mail, CaseState.WAITING_FOR_CUSTOMER);
        end(chat, CaseState.SOLVED);
        CaseChangeId change = join(mail, chat);
        clock.advance(Duration.ofHours(1));
        shopper.saying("Hier ben ik weer").arrives();
        cases.undo(noor, change);
        assertThat(contacts.caseOf(mail.caseId()).state()).isEqualTo(CaseState.OPEN);
        assertThat(contacts.caseOf(chat.caseId()).state()).isEqualTo(CaseState.SOLVED);
    }

    @Test
    void whatComesBackInASolvedCaseOpensIt() {
        join(chat, mail);
        contacts.take(noor, chat.contact());
        work.keepOpen(noor, chat, reason, clock.instant().plus(Duration.ofDays(1)));
        end(mail, CaseState.SOLVED);
        clock.advance(Duration.ofDays(1).plusSeconds(1));
        transactions.executeWithoutResult(_ -> returns.fire(new DueTimer("contacts.comes-back", chat.contact().toString(), clock.instant(),
                Map.of("conversation", chat.conversation().toString()))));
        assertThat(contacts.caseOf(mail.caseId()).state()).isEqualTo(CaseState.OPEN);
    }

    @Test
    void whatWentOnToAThirdCaseIsTakenBackFirst() {
        CaseChangeId first = join(chat, mail);
        Received third = work.aLetter(brand).arrives();
        CaseChangeId second = join(mail, third);
        refused("cases/moved-on", () -> cases.undo(noor, first));
        cases.undo(noor, second);
        cases.undo(noor, first);
        assertThat(contacts.contactOf(chat.contact()).caseId()).isEqualTo(chat.caseId());
    }

    @Test
    void aNewQuestionInAnOldConversationBecomesACaseOfItsOwn() {
        end(mail, CaseState.SOLVED);
        clock.advance(Duration.ofHours(1));
        Received other = shopper.saying("Iets heel anders: hebben jullie cadeaubonnen?").arrives();
        assertThat(other.caseId()).isEqualTo(mail.caseId());
        clock.advance(Duration.ofMinutes(1));
        TakingOut wanted = takingOut(other.contact(), null);
        refusedAt("behind", "required", () -> cases.takeOut(noor, mail.caseId(), wanted));
        TakingOut said = takingOut(other.contact(), CaseState.SOLVED);
        CaseChangeId change = cases.takeOut(noor, mail.caseId(), said);
        assertThat(cases.takeOut(noor, mail.caseId(), said)).isEqualTo(change);
        CaseId fresh = contacts.contactOf(other.contact()).caseId();
        assertThat(fresh).isNotEqualTo(mail.caseId());
        assertThat(contacts.caseOf(fresh)).satisfies(one -> {
            assertThat(one.state()).isEqualTo(CaseState.OPEN);
            assertThat(one.contacts()).isOne();
            assertThat(one.subject()).isEqualTo("Cadeaubon");
        });
        assertThat(contacts.caseOf(mail.caseId())).satisfies(one -> {
            assertThat(one.state()).isEqualTo(CaseState.SOLVED);
            assertThat(one.contacts()).isOne();
        });
        assertThat(contacts.conversation(noor, mail.conversation()).caseId()).isEqualTo(fresh);
    }

    @Test
    void whatStaysBehindCanComeBackAsWork() {
        join(chat, mail);
        end(chat, CaseState.SOLVED);
        CaseChangeId change = cases.takeOut(noor, mail.caseId(), takingOut(mail.contact(), CaseState.OPEN));
        var back = contacts.contactOf(contacts.conversation(noor, chat.conversation()).contact().orElseThrow());
        assertThat(back.kind()).isEqualTo("follow_up");
        assertThat(back.caseId()).isEqualTo(mail.caseId());
        assertThat(change).isNotNull();
    }

    @Test
    void aContactGoesToAnotherCaseThatIsThere() {
        join(chat, mail);
        Received third = work.aLetter(brand).arrives();
        cases.takeOut(noor, mail.caseId(), new TakingOut(List.of(chat.contact()), Optional.of(third.caseId()), null, null, "hoort hier", "k"));
        assertThat(contacts.contactOf(chat.contact()).caseId()).isEqualTo(third.caseId());
        CaseChange told = cases.page(noor, third.caseId(), 100).changes().getFirst();
        assertThat(told).extracting(CaseChange::kind, CaseChange::why, CaseChange::contacts).containsExactly(Cases.Kind.MOVED, "hoort hier", 1);
    }

    @Test
    void refusesWhatCannotBe() {
        refusedAt("into", "same-case", () -> join(mail, mail));
        Received elsewhere = work.aLetter(work.aBrand()).arrives();
        refusedAt("into", "unknown", () -> join(mail, elsewhere));
        refusedAt("contacts", "whole-case", () -> cases.takeOut(noor, mail.caseId(), takingOut(mail.contact(), null)));
        refused("cases/changed", () -> cases.takeOut(noor, mail.caseId(), takingOut(chat.contact(), null)));
        join(chat, mail);
        refused("cases/merged", () -> join(chat, mail));
        Received third = work.aLetter(brand).arrives();
        refused("cases/merged", () -> join(third, chat));
        refused("cases/not-found", () -> cases.page(work.anAgent(work.aBrand()), mail.caseId(), 100));
    }

    @Test
    void aLongCaseShowsItsNewestContactsAndWhatIsStillPromisedInEarlierOnes() {
        contacts.take(noor, chat.contact());
        var promised = promises.give(noor, chat.conversation(), new GivenPromises.NewPromise(
                GivenPromises.Act.REFUND, "Je krijgt het terug", null, clock.instant().plus(Duration.ofDays(1)), null, "key"));
        join(chat, mail);
        var newest = cases.page(noor, mail.caseId(), 1);
        assertThat(newest.contacts()).extracting(CaseContact::id).containsExactly(mail.contact());
        assertThat(newest.earlier()).isOne();
        assertThat(newest.promises()).extracting(one -> one.id()).contains(promised);
        var whole = cases.page(noor, mail.caseId(), 2);
        assertThat(whole.contacts()).extracting(CaseContact::id).containsExactly(chat.contact(), mail.contact());
        assertThat(whole.earlier()).isZero();
    }

    @Test
    void peopleOfAPartnerSeeTheirPartAndMoveNothingOfOthers() {
        PartnerId company = PartnerId.next();
        Access gijs = Access.everywhere(UserId.next(), "Gijs", "nl", Set.of(Permission.CONTACTS_VIEW, Permission.CONTACTS_HANDLE),
                Set.of(brand), Set.of(), Optional.of(company));
        contacts.queued(chat.contact(), QueueId.next(), Optional.of(company));
        refused("cases/not-found", () -> cases.page(gijs, mail.caseId(), 100));
        join(chat, mail);
        assertThat(cases.page(gijs, mail.caseId(), 100).contacts()).extracting(CaseContact::id).containsExactly(chat.contact());
        assertThat(cases.contactsShown(gijs, mail.caseId())).containsExactly(chat.contact());
        assertThat(cases.page(gijs, mail.caseId(), 100)).extracting(one -> one.view().customer(), one -> one.customerName())
                .as("the customer of the others' part").containsOnlyNulls();
        assertThat(cases.find(gijs, new CaseFilter(Optional.empty(), Optional.empty(), null, false), null, 10).items())
                .extracting(CaseHit::customer, CaseHit::customerName).containsExactly(org.assertj.core.groups.Tuple.tuple(null, null));
        assertThat(List.of(cases.page(gijs, mail.caseId(), 100).view(), contacts.caseOf(gijs, mail.caseId())))
                .as("what his part is about").allMatch(one -> one.subject().equals("Pakje") && one.customer() == null);
        assertThat(cases.find(gijs, new CaseFilter(Optional.empty(), Optional.empty(), null, false), null, 10).items())
                .extracting(CaseHit::subject).containsExactly("Pakje");
        assertThat(cases.page(noor, mail.caseId(), 100)).extracting(one -> one.customerName(), one -> one.view().subject()).containsExactly("Klant", "Voor mijn schoonmoeder");
        assertThat(cases.find(gijs, new CaseFilter(Optional.empty(), Optional.empty(), null, false), null, 10).items())
                .extracting(CaseHit::id).containsExactly(mail.caseId());
        Received third = work.aLetter(brand).arrives();
        contacts.queued(third.contact(), QueueId.next(), Optional.of(company));
        refused("cases/not-whole", () -> cases.merge(gijs, mail.caseId(), new Joining(third.caseId(), null, "k")));
    }

    @Test
    void isFoundByItsNumberAndByItsCustomer() {
        long number = contacts.caseOf(mail.caseId()).number();
        assertThat(found("#" + number)).containsExactly(mail.caseId());
        assertThat(found("Klant")).containsExactlyInAnyOrder(mail.caseId(), chat.caseId());
        assertThat(found("niemand")).isEmpty();
        end(mail, CaseState.SOLVED);
        assertThat(cases.find(noor, new CaseFilter(Optional.of(brand), Optional.empty(), "", true), null, 10).items())
                .extracting(CaseHit::id).containsExactly(chat.caseId());
        var first = cases.find(noor, new CaseFilter(Optional.of(brand), Optional.empty(), null, false), null, 1);
        var second = cases.find(noor, new CaseFilter(Optional.of(brand), Optional.empty(), null, false), first.next(), 1);
        assertThat(List.of(first.items().getFirst().id(), second.items().getFirst().id())).containsExactlyInAnyOrder(mail.caseId(), chat.caseId());
    }

    @RepeatedTest(5)
    void ofTwoThatAreJoinedToEachOtherAtOnceOneGoesOn() throws Exception {
        var refused = atOnce(() -> join(chat, mail), () -> join(mail, chat));
        assertThat(refused).singleElement().extracting(Throwable::getMessage).isIn("cases/merged", "cases/changed");
        assertThat(List.of(contacts.caseOf(chat.caseId()).state(), contacts.caseOf(mail.caseId()).state()))
                .containsExactlyInAnyOrder(CaseState.OPEN, CaseState.MERGED);
    }

    @RepeatedTest(5)
    void anAnswerIsGivenOnceWhileItsCaseIsJoined() throws Exception {
        contacts.take(noor, chat.contact());
        assertThat(atOnce(() -> join(chat, mail), () -> work.answer(noor, chat.conversation(), 1))).isEmpty();
        assertThat(contacts.messages(noor, chat.conversation(), 0, 20)).filteredOn(one -> one.direction().equals("out")).hasSize(1);
        assertThat(contacts.contactOf(chat.contact()).caseId()).isEqualTo(mail.caseId());
    }

    @Test
    void whateverIsJoinedAndTakenOutCanAllBeTakenBack() {
        Law.holds(12, any -> {
            List<Received> all = List.of(work.aLetter(brand).arrives(), work.aLetter(brand).arrives(), work.aLetter(brand).arrives());
            clock.advance(Duration.ofMinutes(1));
            all.forEach(one -> {
                CaseState state = any.of(CaseState.OPEN, CaseState.SOLVED, CaseState.WAITING_FOR_CUSTOMER);
                if (state != CaseState.OPEN) end(one, state);
            });
            var before = all.stream().map(one -> contacts.caseOf(one.caseId())).toList();
            List<CaseChangeId> done = new java.util.ArrayList<>();
            for (int i = 0; i < 4; i++) {
                clock.advance(Duration.ofMinutes(1));
                Received one = all.get(any.number(0, 2));
                CaseId here = contacts.contactOf(one.contact()).caseId();
                CaseId there = contacts.contactOf(all.get(any.number(0, 2)).contact()).caseId();
                boolean alone = cases.page(noor, here, 100).contacts().size() == 1;
                if (alone && !here.equals(there)) done.add(cases.merge(noor, here, new Joining(there, null, UUID.randomUUID().toString())));
                else if (!alone) done.add(cases.takeOut(noor, here, takingOut(one.contact(), CaseState.WAITING_FOR_CUSTOMER)));
            }
            done.reversed().forEach(change -> cases.undo(noor, change));
            assertThat(all.stream().map(one -> contacts.caseOf(one.caseId())).toList()).isEqualTo(before);
            assertThat(all).allSatisfy(one -> {
                assertThat(contacts.contactOf(one.contact()).caseId()).isEqualTo(one.caseId());
                assertThat(contacts.conversation(noor, one.conversation()).caseId()).isEqualTo(one.caseId());
            });
        });
    }

    private CaseChangeId join(Received from, Received into) {
        return cases.merge(noor, from.caseId(), new Joining(into.caseId(), "zelfde pakje", UUID.randomUUID().toString()));
    }

    private static TakingOut takingOut(ContactId contact, CaseState behind) {
        return new TakingOut(List.of(contact), Optional.empty(), "Cadeaubon", behind, null, UUID.randomUUID().toString());
    }

    private void end(Received one, CaseState state) {
        contacts.take(noor, one.contact());
        work.wrapUp(noor, one.contact(), reason, state);
    }

    private static Void done(Runnable act) {
        act.run();
        return null;
    }

    private List<String> happened(Received one) {
        return contacts.messages(noor, one.conversation(), 0, 50).stream().filter(line -> line.direction().equals("event")).map(MessageView::text).toList();
    }

    private List<CaseId> found(String text) {
        return cases.find(noor, new CaseFilter(Optional.empty(), Optional.empty(), text, false), null, 10).items().stream().map(CaseHit::id).toList();
    }
}
