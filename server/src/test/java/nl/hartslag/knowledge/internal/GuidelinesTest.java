package nl.hartslag.knowledge.internal;

import static nl.hartslag.testing.AtOnce.atOnce;
import static nl.hartslag.testing.Refusals.refused;
import static nl.hartslag.testing.Refusals.refusedAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.knowledge.Deviations;
import nl.hartslag.knowledge.Deviations.Deviation;
import nl.hartslag.knowledge.GuidelineContent;
import nl.hartslag.knowledge.GuidelineContent.Stage;
import nl.hartslag.knowledge.GuidelineContent.Step;
import nl.hartslag.knowledge.GuidelineUse;
import nl.hartslag.knowledge.GuidelineUse.Fitting;
import nl.hartslag.knowledge.GuidelineUse.Kind;
import nl.hartslag.knowledge.GuidelineUse.Mark;
import nl.hartslag.knowledge.GuidelineUse.NewMark;
import nl.hartslag.knowledge.GuidelineUse.Situation;
import nl.hartslag.knowledge.Guidelines;
import nl.hartslag.knowledge.Guidelines.Figures;
import nl.hartslag.knowledge.Guidelines.Filter;
import nl.hartslag.knowledge.Guidelines.Guideline;
import nl.hartslag.knowledge.Guidelines.Row;
import nl.hartslag.knowledge.Guidelines.Shown;
import nl.hartslag.knowledge.Guidelines.Version;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.organisation.OrganisationSettings.BrandDraft;
import nl.hartslag.organisation.OrganisationSettings.ReasonDraft;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.GuidelineId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.shared.UserId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HartslagTest
class GuidelinesTest {
    @Autowired Guidelines guidelines;
    @Autowired GuidelineUse use;
    @Autowired Deviations deviations;
    @Autowired OrganisationSettings organisation;
    @Autowired MovableClock clock;
    private BrandId brand;
    private Access mieke;
    private ReasonId delivery;
    private ReasonId late;
    private ReasonId refund;
    private final UserId sanne = UserId.next();

    @BeforeEach
    void aBrandWithReasons() {
        brand = aBrand();
        mieke = Accesses.with(Permission.GUIDELINES_WRITE, brand);
        delivery = aReason(null, "Bezorging");
        late = aReason(delivery, "Te laat");
        refund = aReason(null, "Geld terug");
    }

    @Test
    void aDraftMayBeHalfDoneAndHoldsForNobody() {
        GuidelineId id = guidelines.create(mieke, brand, new GuidelineContent("Te laat", "", "", "", "", "", "", "", List.of(), List.of(), List.of(), List.of()));
        assertThat(use.fitting(aContact(late), true)).isEmpty();
        Guideline draft = guidelines.guideline(mieke, id);
        assertThat(draft).extracting(Guideline::draft, Guideline::published).containsExactly(true, 0);
        assertThatThrownBy(() -> guidelines.publish(mieke, id, "", draft.version()))
                .isInstanceOfSatisfying(Problem.class, one -> assertThat(one.fieldErrors().keySet()).containsExactlyInAnyOrder("titleEn", "purposeNl", "purposeEn", "steps"));
        refusedAt("titleNl", "required", () -> guidelines.saveDraft(mieke, id, new GuidelineContent(" ", "", "", "", "", "", "", "", List.of(), List.of(), List.of(), List.of()), draft.version()));
    }

    @Test
    void whatIsWrittenInOneLanguageIsNeededInTheOther() {
        GuidelineId id = guidelines.create(mieke, brand, new GuidelineContent("Te laat", "Late", "Doel", "Aim", "Regel", "", "", "", List.of(), List.of(), List.of(),
                List.of(new Step("", "Kijk", "Look", "", "Why", "Sorry", ""))));
        assertThatThrownBy(() -> guidelines.publish(mieke, id, "", 0)).isInstanceOfSatisfying(Problem.class,
                one -> assertThat(one.fieldErrors().keySet()).containsExactlyInAnyOrder("ruleEn", "steps.0.backNl", "steps.0.sayEn"));
    }

    @Test
    void aReasonCoversTheReasonsUnderItAndTheNearestComesFirst() {
        GuidelineId general = published("Altijd", content("Altijd", List.of()));
        GuidelineId all = published("Bezorging", content("Bezorging", List.of(delivery)));
        GuidelineId near = published("Te laat", content("Te laat", List.of(late)));
        published("Geld", content("Geld", List.of(refund)));
        assertThat(fitting(aContact(late))).containsExactly(near, all, general);
        assertThat(fitting(aContact(delivery))).containsExactly(all, general);
        assertThat(fitting(aContact(null))).as("without a reason only what is for everything").containsExactly(general);
    }

    @Test
    void channelAndStateOfTheCaseCount() {
        GuidelineId both = published("Brief", content("Brief", List.of(), List.of(Stage.OPEN), List.of("letters")));
        assertThat(fitting(aContact(late))).containsExactly(both);
        assertThat(fitting(new Situation(ContactId.next(), ConversationId.next(), brand, Optional.empty(), "pigeon", late, Stage.OPEN))).isEmpty();
        assertThat(fitting(new Situation(ContactId.next(), ConversationId.next(), brand, Optional.empty(), "letters", late, Stage.SOLVED))).isEmpty();
        assertThat(fitting(new Situation(ContactId.next(), ConversationId.next(), brand, Optional.empty(), "letters", late, null))).as("a joined case asks for nothing").isEmpty();
    }

    @Test
    void anyGuidelineOfTheBrandIsFoundByItsWords() {
        GuidelineId id = published("Geld", content("Geld", List.of(refund)));
        assertThat(use.search(aContact(late), "bedank de")).extracting(Fitting::id, Fitting::fits).containsExactly(tuple(id, false));
        assertThat(use.search(aContact(late), "niets daarvan")).isEmpty();
        guidelines.archive(mieke, id, true);
        assertThat(use.search(aContact(late), "bedank de")).isEmpty();
    }

    @Test
    void everyVersionIsKeptAndAContactGoesOnWithTheOneItBeganWith() {
        GuidelineId id = published("Te laat", content("Te laat", List.of(late)));
        Situation before = aContact(late);
        use.open(before, id);
        Guideline now = guidelines.guideline(mieke, id);
        Step step = now.content().steps().getFirst();
        GuidelineContent better = new GuidelineContent("Veel te laat", "Much too late", "Doel", "Aim", "", "", "", "", List.of(late), List.of(), List.of(),
                List.of(new Step(step.key(), "Bel eerst", "Call first", "", "", "", "")));
        Guideline drafted = guidelines.saveDraft(mieke, id, better, now.version());
        assertThat(use.read(aContact(late), id).content().titleNl()).as("a draft does not hold").isEqualTo("Te laat");
        refusedAt("note", "required", () -> guidelines.publish(mieke, id, " ", drafted.version()));
        guidelines.publish(mieke, id, "Bellen helpt eerder", drafted.version());
        assertThat(use.read(before, id)).extracting(one -> one.number(), one -> one.newer()).containsExactly(1, 2);
        assertThat(use.read(aContact(late), id)).extracting(one -> one.number(), one -> one.newer()).containsExactly(2, null);
        assertThat(use.read(aContact(late), id).content().steps().getFirst().key()).as("a step is the same one in all versions").isEqualTo(step.key());
        assertThat(guidelines.versions(mieke, id, null, 10).items()).extracting(Version::number, Version::note).containsExactly(tuple(2, "Bellen helpt eerder"), tuple(1, ""));
    }

    @Test
    void ofTwoWhoWriteAtOnceTheSecondIsToldAndTheDraftCanBeThrownAway() {
        GuidelineId id = published("Te laat", content("Te laat", List.of(late)));
        int version = guidelines.guideline(mieke, id).version();
        guidelines.saveDraft(mieke, id, content("Anders", List.of()), version);
        refused("guidelines/changed", () -> guidelines.saveDraft(mieke, id, content("Nog anders", List.of()), version));
        Guideline back = guidelines.discardDraft(mieke, id, version + 1);
        assertThat(back).extracting(one -> one.content().titleNl(), Guideline::draft).containsExactly("Te laat", false);
        refused("guidelines/no-draft", () -> guidelines.publish(mieke, id, "x", back.version()));
        GuidelineId never = guidelines.create(mieke, brand, content("Nooit", List.of()));
        refused("guidelines/nothing-holds", () -> guidelines.discardDraft(mieke, never, 0));
    }

    @Test
    void stepsAndTheWholeAreMarkedTheSameAgainIsHarmlessAndADeviationSaysWhy() {
        GuidelineId id = published("Te laat", content("Te laat", List.of(late)));
        Situation contact = aContact(late);
        String step = step(id, 0);
        use.mark(contact, id, new NewMark(step, Kind.DONE, null), sanne);
        use.mark(contact, id, new NewMark(step, Kind.DONE, null), sanne);
        refusedAt("why", "required", () -> use.mark(contact, id, new NewMark(step, Kind.DEVIATED, " "), sanne));
        refusedAt("kind", "invalid", () -> use.mark(contact, id, new NewMark(step, Kind.FOLLOWED, null), sanne));
        refusedAt("kind", "invalid", () -> use.mark(contact, id, new NewMark(null, Kind.DONE, null), sanne));
        refusedAt("step", "unknown", () -> use.mark(contact, id, new NewMark("nergens", Kind.DONE, null), sanne));
        use.mark(contact, id, new NewMark(null, Kind.FOLLOWED, null), sanne);
        assertThat(use.mark(contact, id, new NewMark(step, Kind.DEVIATED, "Zij wilde bellen"), sanne).marks())
                .containsExactlyInAnyOrder(new Mark(step, Kind.DEVIATED, "Zij wilde bellen", false), new Mark(null, Kind.FOLLOWED, null, false));
        assertThat(use.mark(contact, id, new NewMark(step, null, null), sanne).marks()).extracting(Mark::kind).containsExactly(Kind.FOLLOWED);
        assertThat(use.mark(contact, id, new NewMark(step, null, null), sanne).marks()).hasSize(1);
    }

    @Test
    void ofTwoScreensAtOnceOneMarkIsLeft() throws Exception {
        GuidelineId id = published("Te laat", content("Te laat", List.of(late)));
        Situation contact = aContact(late);
        String step = step(id, 0);
        assertThat(atOnce(() -> use.mark(contact, id, new NewMark(step, Kind.DONE, null), sanne), () -> use.mark(contact, id, new NewMark(step, Kind.SKIPPED, null), sanne)))
                .isEmpty();
        assertThat(use.read(contact, id).marks()).hasSize(1);
    }

    @Test
    void theOwnerSeesDeviationsWithTheirWhyAndWhatWasLearnedStands() {
        GuidelineId id = published("Te laat", content("Te laat", List.of(late)));
        Situation contact = aContact(late);
        use.mark(contact, id, new NewMark(step(id, 0), Kind.DEVIATED, "Zij wilde bellen"), sanne);
        use.mark(contact, id, new NewMark(step(id, 1), Kind.SKIPPED, null), sanne);
        clock.advance(Duration.ofMinutes(1));
        use.mark(contact, id, new NewMark(null, Kind.DOES_NOT_FIT, null), sanne);
        assertThat(waiting(mieke)).as("a step that was skipped without a word teaches nothing")
                .extracting(Deviation::kind, Deviation::why, Deviation::stepNl)
                .containsExactly(tuple(Kind.DOES_NOT_FIT, null, null), tuple(Kind.DEVIATED, "Zij wilde bellen", "Kijk waar het is"));
        assertThat(deviations.counts(mieke).waiting()).isEqualTo(2);
        Deviation first = waiting(mieke).getLast();
        refusedAt("number", "unknown", () -> deviations.handle(mieke, first.id(), "Eerst bellen", 7));
        assertThat(deviations.handle(mieke, first.id(), "Eerst bellen", 1).learned().words()).isEqualTo("Eerst bellen");
        assertThat(deviations.handle(mieke, first.id(), "Eerst bellen dus", 1).learned().words()).as("one may say it better oneself").isEqualTo("Eerst bellen dus");
        refused("guidelines/deviation-handled", () -> deviations.handle(Accesses.with(Permission.GUIDELINES_WRITE, brand), first.id(), "Ik ook", null));
        refused("guidelines/learned", () -> use.mark(contact, id, new NewMark(step(id, 0), Kind.DONE, null), sanne));
        assertThat(deviations.counts(mieke).waiting()).isEqualTo(1);
        assertThat(listed(mieke, Deviations.Shown.HANDLED, "eerst bellen")).extracting(Deviation::id).containsExactly(first.id());
        assertThat(listed(mieke, Deviations.Shown.ALL, "nergens")).isEmpty();
    }

    @Test
    void theListOfDeviationsGoesPageByPageAndByStepAndPeriod() {
        GuidelineId id = published("Te laat", content("Te laat", List.of(late)));
        for (int i = 0; i < 5; i++) {
            use.mark(aContact(late), id, new NewMark(step(id, i % 2), Kind.DEVIATED, "Keer " + i), sanne);
            clock.advance(Duration.ofMinutes(1));
        }
        Deviations.Filter all = filter(Deviations.Shown.ALL, null, null);
        var page = deviations.list(mieke, all, null, 3);
        assertThat(page.items()).extracting(Deviation::why).containsExactly("Keer 4", "Keer 3", "Keer 2");
        assertThat(deviations.list(mieke, all, page.next(), 3).items()).extracting(Deviation::why).containsExactly("Keer 1", "Keer 0");
        assertThat(deviations.list(mieke, filter(Deviations.Shown.ALL, step(id, 1), null), null, 9).items()).extracting(Deviation::why).containsExactly("Keer 3", "Keer 1");
        assertThat(deviations.list(mieke, new Deviations.Filter(Deviations.Shown.ALL, true, Optional.of(brand), Optional.of(id), null,
                clock.instant().minus(Duration.ofSeconds(150)), null, null), null, 9).items()).extracting(Deviation::why).containsExactly("Keer 4", "Keer 3");
        refusedAt("cursor", "invalid", () -> deviations.list(mieke, all, "x", 3));
    }

    @Test
    void itIsCountedInHowManyContactsItWasShownOpenedFollowedAndDeviatedFrom() {
        GuidelineId id = published("Te laat", content("Te laat", List.of(late)));
        use.fitting(aContact(late), false);
        for (int i = 0; i < 2; i++) use.fitting(aContact(late), true);
        Situation followed = aContact(late);
        use.fitting(followed, true);
        use.fitting(followed, true);
        use.mark(followed, id, new NewMark(null, Kind.FOLLOWED, null), sanne);
        Situation deviated = aContact(late);
        use.mark(deviated, id, new NewMark(null, Kind.FOLLOWED, null), sanne);
        use.mark(deviated, id, new NewMark(step(id, 0), Kind.DEVIATED, "Anders"), sanne);
        use.mark(aContact(late), id, new NewMark(null, Kind.DOES_NOT_FIT, null), sanne);
        assertThat(guidelines.guideline(mieke, id).figures()).isEqualTo(new Figures(5, 3, 1, 1, 1));
        clock.advance(Duration.ofDays(91));
        assertThat(rows(Shown.ALL, null)).extracting(Row::figures).containsExactly(Figures.NONE);
    }

    @Test
    void someoneOfAPartnerLearnsFromItsOwnContactsOnly() {
        GuidelineId id = published("Te laat", content("Te laat", List.of(late)));
        PartnerId partner = PartnerId.next();
        use.mark(new Situation(ContactId.next(), ConversationId.next(), brand, Optional.of(partner), "letters", late, Stage.OPEN), id, new NewMark(null, Kind.DEVIATED, "Bij hen"), sanne);
        use.mark(aContact(late), id, new NewMark(null, Kind.DEVIATED, "Bij ons"), sanne);
        Access theirs = new Access(UserId.next(), "Gijs", "nl", mieke.rights(), java.util.Set.of(), mieke.brands(), java.util.Set.of(), Optional.of(partner));
        Deviations.Filter anybodys = new Deviations.Filter(Deviations.Shown.ALL, false, Optional.empty(), Optional.empty(), null, null, null, null);
        assertThat(deviations.list(theirs, anybodys, null, 9).items()).extracting(Deviation::why).containsExactly("Bij hen");
        assertThat(guidelines.guideline(theirs, id).figures().deviated()).isEqualTo(1);
        var ours = waiting(mieke).stream().filter(one -> "Bij ons".equals(one.why())).findFirst().orElseThrow();
        refused("guidelines/deviation-not-found", () -> deviations.handle(theirs, ours.id(), "Hm", null));
    }

    @Test
    void aMarkIsOfWhoHasTheContactWhenItIsMade() {
        GuidelineId id = published("Te laat", content("Te laat", List.of(late)));
        PartnerId partner = PartnerId.next();
        Situation ours = aContact(late);
        Situation goneToThem = new Situation(ours.contact(), ours.conversation(), brand, Optional.of(partner), "letters", late, Stage.OPEN);
        Access theirs = new Access(UserId.next(), "Gijs", "nl", mieke.rights(), java.util.Set.of(), mieke.brands(), java.util.Set.of(), Optional.of(partner));
        Deviations.Filter anybodys = new Deviations.Filter(Deviations.Shown.ALL, false, Optional.empty(), Optional.empty(), null, null, null, null);
        use.open(ours, id);
        use.mark(goneToThem, id, new NewMark(step(id, 0), Kind.DEVIATED, "Bij hen"), sanne);
        assertThat(deviations.list(theirs, anybodys, null, 9).items()).extracting(Deviation::why).containsExactly("Bij hen");
        use.mark(ours, id, new NewMark(step(id, 0), Kind.DEVIATED, "Weer bij ons"), sanne);
        assertThat(deviations.list(theirs, anybodys, null, 9).items()).isEmpty();
    }

    @Test
    void whatIsForgottenStaysCountedWithoutItsWords() {
        GuidelineId id = published("Te laat", content("Te laat", List.of(late)));
        Situation contact = aContact(late);
        use.mark(contact, id, new NewMark(step(id, 0), Kind.DEVIATED, "Zij wilde bellen"), sanne);
        use.mark(aContact(late), id, new NewMark(null, Kind.DEVIATED, "Iemand anders"), sanne);
        deviations.handle(mieke, waiting(mieke).getLast().id(), "Eerst bellen", null);
        use.forget(contact.conversation());
        assertThat(listed(mieke, Deviations.Shown.ALL, null)).extracting(Deviation::why).containsExactly("Iemand anders", "");
        assertThat(listed(mieke, Deviations.Shown.HANDLED, null)).extracting(one -> one.learned().words()).containsExactly("");
        assertThat(guidelines.guideline(mieke, id).figures().deviated()).isEqualTo(2);
    }

    @Test
    void anotherBrandSeesNothingOfItAndItsReasonsAreNotTaken() {
        GuidelineId id = published("Te laat", content("Te laat", List.of(late)));
        BrandId other = aBrand();
        Access stranger = Accesses.with(Permission.GUIDELINES_WRITE, other);
        refused("guidelines/not-found", () -> guidelines.guideline(stranger, id));
        assertThat(guidelines.list(stranger, new Filter(Shown.ALL, false, Optional.empty(), null), null, 9).items()).isEmpty();
        refusedAt("reasons", "unknown", () -> guidelines.create(stranger, other, content("x", List.of(late))));
        refused("guidelines/not-found", () -> use.read(new Situation(ContactId.next(), ConversationId.next(), other, Optional.empty(), "letters", null, Stage.OPEN), id));
        refused("access/denied", () -> guidelines.create(Accesses.with(Permission.CONTACTS_HANDLE, brand), brand, content("x", List.of())));
    }

    @Test
    void theListIsSearchedFilteredAndTakenOver() {
        GuidelineId id = published("Te laat", content("Te laat", List.of(late)));
        GuidelineId draft = guidelines.create(mieke, brand, content("In de maak", List.of()));
        assertThat(rows(Shown.DRAFT, null)).extracting(Row::id).containsExactly(draft);
        assertThat(rows(Shown.PUBLISHED, null)).extracting(Row::id).containsExactly(id);
        assertThat(rows(Shown.ALL, "in de maak")).extracting(Row::id).containsExactly(draft);
        guidelines.archive(mieke, draft, true);
        guidelines.archive(mieke, draft, true);
        assertThat(rows(Shown.ALL, null)).extracting(Row::id).containsExactly(id);
        assertThat(rows(Shown.ARCHIVED, null)).extracting(Row::id).containsExactly(draft);
        Access victor = Accesses.with(Permission.GUIDELINES_WRITE, brand);
        Filter own = new Filter(Shown.ALL, true, Optional.empty(), null);
        assertThat(guidelines.list(victor, own, null, 9).items()).isEmpty();
        guidelines.takeOver(victor, id);
        assertThat(guidelines.list(victor, own, null, 9).items()).extracting(Row::id).containsExactly(id);
    }

    private GuidelineContent content(String title, List<ReasonId> reasons) {
        return content(title, reasons, List.of(), List.of());
    }

    private static GuidelineContent content(String title, List<ReasonId> reasons, List<Stage> stages, List<String> channels) {
        return new GuidelineContent(title, title + " en", "Doel", "Aim", "", "", "Morgen weet je meer", "You know more tomorrow", reasons, stages, channels,
                List.of(new Step("", "Kijk waar het is", "See where it is", "", "", "", ""), new Step("", "Bedank de klant", "Thank the customer", "", "", "Dank je", "Thank you")));
    }

    private GuidelineId published(String title, GuidelineContent content) {
        GuidelineId id = guidelines.create(mieke, brand, content);
        guidelines.publish(mieke, id, "", 0);
        return id;
    }

    private String step(GuidelineId id, int place) {
        return guidelines.guideline(mieke, id).content().steps().get(place).key();
    }

    private Situation aContact(@Nullable ReasonId reason) {
        return new Situation(ContactId.next(), ConversationId.next(), brand, Optional.empty(), "letters", reason, Stage.OPEN);
    }

    private List<GuidelineId> fitting(Situation contact) {
        return use.fitting(contact, false).stream().map(Fitting::id).toList();
    }

    private List<Row> rows(Shown shown, @Nullable String search) {
        return guidelines.list(mieke, new Filter(shown, false, Optional.of(brand), search), null, 9).items();
    }

    private List<Deviation> waiting(Access access) {
        return listed(access, Deviations.Shown.WAITING, null);
    }

    private List<Deviation> listed(Access access, Deviations.Shown shown, @Nullable String search) {
        return deviations.list(access, filter(shown, null, search), null, 9).items();
    }

    private Deviations.Filter filter(Deviations.Shown shown, @Nullable String step, @Nullable String search) {
        return new Deviations.Filter(shown, true, Optional.empty(), Optional.empty(), step, null, null, search);
    }

    private BrandId aBrand() {
        return organisation.createBrand(Accesses.administrator(),
                new BrandDraft("k" + UUID.randomUUID().toString().substring(0, 12), "Merk", "#c2410c", "nl", "Europe/Amsterdam", false, "Groet", "Regards"));
    }

    private ReasonId aReason(@Nullable ReasonId parent, String name) {
        return organisation.createReason(Accesses.administrator(brand), brand, new ReasonDraft(parent, name, name, 0, false, false));
    }
}
