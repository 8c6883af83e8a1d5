package nl.hartslag.contacts.internal;

import static nl.hartslag.testing.AtOnce.atOnce;
import static nl.hartslag.testing.Refusals.refused;
import static nl.hartslag.testing.Refusals.refusedAt;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.GestureSettings;
import nl.hartslag.contacts.GestureSettings.Budget;
import nl.hartslag.contacts.GestureSettings.ChoiceDraft;
import nl.hartslag.contacts.GestureSettings.Kind;
import nl.hartslag.contacts.GestureSettings.Mandate;
import nl.hartslag.contacts.GestureSettings.Terms;
import nl.hartslag.contacts.Gestures;
import nl.hartslag.contacts.Gestures.Gesture;
import nl.hartslag.contacts.Gestures.GestureFilter;
import nl.hartslag.contacts.Gestures.NewGesture;
import nl.hartslag.contacts.Gestures.Shown;
import nl.hartslag.contacts.Gestures.State;
import nl.hartslag.contacts.Gestures.TeamMonth;
import nl.hartslag.contacts.MessageView;
import nl.hartslag.contacts.Received;
import nl.hartslag.customers.Customers;
import nl.hartslag.customers.Customers.IncomingOrder;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.people.People;
import nl.hartslag.people.Role;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.GestureChoiceId;
import nl.hartslag.shared.TeamId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.Law;
import nl.hartslag.testing.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@HartslagTest
@Import(Work.class)
class GesturesTest {
    @Autowired Gestures gestures;
    @Autowired GestureSettings settings;
    @Autowired Contacts contacts;
    @Autowired Customers customers;
    @Autowired People people;
    @Autowired OrganisationSettings organisation;
    @Autowired Work work;
    @Autowired MovableClock clock;
    private BrandId brand;
    private TeamId team;
    private Access noor;
    private Access special;
    private Received letter;
    private String address;
    private GestureChoiceId flowers;
    private GestureChoiceId voucher;

    @BeforeEach
    void aBrandThatGives() {
        brand = work.aBrand();
        team = people.createTeam("Team " + UUID.randomUUID(), Optional.empty(), Optional.empty());
        flowers = settings.create(admin(), brand, new ChoiceDraft(Kind.FLOWERS, "Bloemen", "Flowers", 2_250, false,
                "Er is een bos bloemen naar je onderweg.", "A bunch of flowers is on its way to you.", false));
        voucher = settings.create(admin(), brand, new ChoiceDraft(Kind.VOUCHER, "Tegoedbon", "Voucher", 10_000, true,
                "Je krijgt een tegoedbon van {amount}.", "You get a voucher of {amount}.", false));
        settings.setTerms(admin(), brand, new Terms("EUR", List.of(new Mandate(Role.AGENT, 2_500), new Mandate(Role.SENIOR, 10_000)),
                List.of(new Budget(team, 5_000)), 0));
        noor = someone(Role.AGENT);
        special = someone(Role.SENIOR);
        address = UUID.randomUUID() + "@home.example";
        letter = work.new Letter(brand, address).arrives();
    }

    @Test
    void withinTheMandateItIsGivenAtOnceWithTheWordsForTheCustomerAndALineInTheThread() {
        Gesture given = give(noor, voucher, 1_250L, false);
        assertThat(given).extracting(Gesture::state, Gesture::words, Gesture::aboveMandate, Gesture::overBudget)
                .containsExactly(State.GIVEN, "Je krijgt een tegoedbon van € 12,50.", false, false);
        assertThat(happened()).contains("gesture.given Tegoedbon, € 12,50");
        assertThat(month()).extracting(TeamMonth::usedMinor, TeamMonth::leftMinor, TeamMonth::n).containsExactly(1_250L, 3_750L, 1);
        var atHand = gestures.atHand(noor, letter.conversation());
        assertThat(atHand.mandateMinor()).isEqualTo(2_500);
        assertThat(atHand.month().leftMinor()).isEqualTo(3_750);
        assertThat(atHand.choices()).extracting(GestureSettings.Choice::nameNl).containsExactly("Bloemen", "Tegoedbon");
        assertThat(atHand.here()).extracting(Gesture::id).containsExactly(given.id());
    }

    @Test
    void sentTwiceIsOneGesture() {
        NewGesture wanted = new NewGesture(flowers, null, "Twee keer gebeld", false, "key");
        Gesture first = gestures.give(noor, letter.conversation(), wanted);
        assertThat(gestures.give(noor, letter.conversation(), wanted).id()).isEqualTo(first.id());
        assertThat(month().n()).isEqualTo(1);
    }

    @Test
    void aboveTheMandateSomebodyElseDecidesAndTheAskerHearsOfIt() {
        Gesture asked = give(noor, voucher, 5_000L, false);
        assertThat(asked.state()).isEqualTo(State.ASKED);
        assertThat(month().n()).as("what is asked is not spent").isZero();
        assertThat(gestures.counts(special).waiting()).isEqualTo(1);
        assertThat(list(special, Shown.ASKED)).extracting(one -> one.may().decide()).containsExactly(true);
        Gesture approved = gestures.decide(special, asked.id(), true, "Goed gezien");
        assertThat(approved.state()).isEqualTo(State.GIVEN);
        assertThat(gestures.decide(special, asked.id(), true, null).decided().words()).as("twice is harmless").isEqualTo("Goed gezien");
        refused("gestures/settled", () -> gestures.decide(someone(Role.TEAM_LEADER), asked.id(), false, "Nee"));
        assertThat(gestures.gesture(noor, asked.id()).decided().words()).isEqualTo("Goed gezien");
        assertThat(happened()).containsSubsequence("gesture.asked Tegoedbon, € 50,00", "gesture.approved Tegoedbon, € 50,00");
        assertThat(month().usedMinor()).isEqualTo(5_000);
    }

    @Test
    void turningDownNeedsAWordAndCostsNothing() {
        Gesture asked = give(noor, voucher, 5_000L, false);
        refusedAt("word", "required", () -> gestures.decide(special, asked.id(), false, " "));
        assertThat(gestures.decide(special, asked.id(), false, "Hij kreeg vorige week al iets").state()).isEqualTo(State.TURNED_DOWN);
        assertThat(month().n()).isZero();
        assertThat(gestures.totals(special, filter(false, Shown.ALL)).cost()).isEmpty();
    }

    @Test
    void nobodyDecidesOnHisOwn() {
        Access generous = someone(Role.SENIOR);
        settings.setTerms(admin(), brand, new Terms("EUR", List.of(), List.of(), settings.terms(admin(), brand).version()));
        Gesture asked = give(generous, flowers, null, false);
        refused("gestures/own", () -> gestures.decide(generous, asked.id(), true, null));
        assertThat(asked.may().decide()).isFalse();
        assertThat(gestures.counts(generous).waiting()).isZero();
        refused("access/denied", () -> gestures.decide(noor, asked.id(), true, null));
    }

    @Test
    void whatTheCustomerWasToldIsHonouredAndTalkedAboutAfterwards() {
        Gesture given = give(noor, voucher, 9_000L, true);
        assertThat(given).extracting(Gesture::state, Gesture::aboveMandate, Gesture::overBudget).containsExactly(State.GIVEN, true, true);
        assertThat(month().leftMinor()).isEqualTo(-4_000);
        Access leader = someone(Role.TEAM_LEADER);
        assertThat(gestures.counts(leader).toTalk()).isEqualTo(1);
        assertThat(list(leader, Shown.TO_TALK)).extracting(Gesture::id).containsExactly(given.id());
        refusedAt("note", "required", () -> gestures.talkedAbout(leader, given.id(), ""));
        refused("access/denied", () -> gestures.talkedAbout(noor, given.id(), "Met mezelf"));
        gestures.talkedAbout(leader, given.id(), "Volgende keer eerst even bellen");
        gestures.talkedAbout(leader, given.id(), "Nog eens");
        assertThat(list(leader, Shown.TO_TALK)).isEmpty();
        assertThat(gestures.gesture(noor, given.id()).talked().words()).isEqualTo("Volgende keer eerst even bellen");
    }

    @Test
    void anOverdrawnBudgetStopsNobody() {
        for (int i = 0; i < 3; i++) assertThat(give(noor, flowers, null, false).state()).isEqualTo(State.GIVEN);
        assertThat(list(special, Shown.GIVEN)).extracting(Gesture::overBudget).containsExactly(true, false, false);
        assertThat(month().leftMinor()).isEqualTo(5_000 - 3 * 2_250);
    }

    @Test
    void aBudgetIsForAMonthOfTheBrandsCalendar() {
        give(noor, flowers, null, false);
        clock.advance(Duration.ofDays(32));
        assertThat(month().n()).isZero();
    }

    @Test
    void aSlipIsTakenBackAndLaterItIsCancelledWithAReason() {
        Gesture slip = give(noor, flowers, null, false);
        assertThat(gestures.withdraw(noor, slip.id()).state()).isEqualTo(State.WITHDRAWN);
        gestures.withdraw(noor, slip.id());
        Gesture stands = give(noor, flowers, null, false);
        refused("gestures/not-found", () -> gestures.withdraw(special, stands.id()));
        clock.advance(Duration.ofMinutes(16));
        refused("gestures/too-late", () -> gestures.withdraw(noor, stands.id()));
        refusedAt("why", "required", () -> gestures.cancel(noor, stands.id(), " "));
        assertThat(gestures.cancel(noor, stands.id(), "De klant wilde het niet").state()).isEqualTo(State.CANCELLED);
        gestures.cancel(noor, stands.id(), "Nog eens");
        assertThat(month().n()).isZero();
        assertThat(happened()).contains("gesture.withdrawn Bloemen, € 22,50", "gesture.cancelled Bloemen, € 22,50");
    }

    @Test
    void whatWasPromisedIsGivenAlsoAboveWhatItMayCostAndStandsForATalk() {
        Gesture given = give(noor, voucher, 18_000L, true);
        assertThat(given).extracting(Gesture::state, Gesture::aboveMandate, Gesture::mandateMinor, Gesture::words)
                .containsExactly(State.GIVEN, true, 2_500L, "Je krijgt een tegoedbon van € 180,00.");
        assertThat(list(special, Shown.TO_TALK)).extracting(Gesture::id).containsExactly(given.id());
        refusedAt("amountMinor", "amount-at-most", () -> give(noor, voucher, 10_001L, false));
        refusedAt("amountMinor", "amount-beyond", () -> give(noor, voucher, 10_000_001L, true));
    }

    @Test
    void whoseMandateReachesFurtherThanWhatItMayCostIsTalkedToAsWell() {
        settings.setTerms(admin(), brand, new Terms("EUR", List.of(new Mandate(Role.SENIOR, 20_000)), List.of(), 1));
        Gesture given = give(special, voucher, 18_000L, true);
        assertThat(given).extracting(Gesture::state, Gesture::aboveMandate, Gesture::mandateMinor).containsExactly(State.GIVEN, true, 10_000L);
        assertThat(list(someone(Role.TEAM_LEADER), Shown.TO_TALK)).extracting(Gesture::id).containsExactly(given.id());
    }

    @Test
    void refusesWhatCannotBeGivenAndSaysAtWhichField() {
        refusedAt("amountMinor", "required", () -> give(noor, voucher, null, false));
        refusedAt("amountMinor", "amount-at-most", () -> give(noor, voucher, 10_001L, false));
        refusedAt("amountMinor", "above-nothing", () -> give(noor, voucher, 0L, false));
        refusedAt("why", "required", () -> gestures.give(noor, letter.conversation(), new NewGesture(flowers, null, " ", false, "k")));
        refusedAt("choice", "unknown", () -> give(noor, GestureChoiceId.next(), null, false));
        settings.change(admin(), flowers, new ChoiceDraft(Kind.FLOWERS, "Bloemen", "Flowers", 2_250, false, "Bloemen", "Flowers", true));
        refusedAt("choice", "archived", () -> give(noor, flowers, null, false));
    }

    @Test
    void whatWasGivenKeepsTheNameAndPriceItHad() {
        Gesture given = give(noor, flowers, null, false);
        settings.change(admin(), flowers, new ChoiceDraft(Kind.GIFT, "Taart", "Cake", 3_000, false, "Taart!", "Cake!", false));
        assertThat(gestures.gesture(noor, given.id())).extracting(Gesture::nameNl, Gesture::amountMinor, Gesture::kind)
                .containsExactly("Bloemen", 2_250L, Kind.FLOWERS);
    }

    @Test
    void agentsSeeTheirOwnAndEverybodySeesWhatACustomerGotBefore() {
        Gesture given = give(noor, flowers, null, false);
        Access colleague = someone(Role.AGENT);
        assertThat(list(colleague, Shown.ALL)).isEmpty();
        refused("gestures/not-found", () -> gestures.gesture(colleague, given.id()));
        assertThat(gestures.of(colleague, given.customer())).extracting(Gesture::nameEn).containsExactly("Flowers");
        assertThat(gestures.atHand(colleague, letter.conversation()).here()).hasSize(1);
        Access stranger = work.someone(work.aBrand(), Role.MANAGER);
        assertThat(gestures.of(stranger, given.customer())).isEmpty();
        assertThat(list(stranger, Shown.ALL)).isEmpty();
        refused("contacts/not-found", () -> give(stranger, flowers, null, false));
    }

    @Test
    void somebodyOfAPartnerSeesWhatHisPeopleGave() {
        give(noor, flowers, null, false);
        var partner = organisation.createPartner(Accesses.administrator(brand), "Partner " + UUID.randomUUID());
        var user = people.create(new People.NewUser(UUID.randomUUID() + "@partner.example", "Sam", "nl", Optional.empty(), Optional.of(partner),
                Optional.empty(), false, List.of(new People.RoleGrant(Role.PARTNER_MANAGER, Optional.of(brand))), List.of(), Map.of()));
        Access sam = people.access(user).orElseThrow();
        assertThat(list(sam, Shown.ALL)).isEmpty();
        assertThat(gestures.month(sam, Optional.of(brand))).isEmpty();
    }

    @Test
    void listsPageByPageFindsByWordsAndAddsUpPerCurrency() {
        for (int i = 1; i <= 5; i++) {
            clock.advance(Duration.ofMinutes(1));
            gestures.give(noor, letter.conversation(), new NewGesture(voucher, i * 100L, "Reden " + i, false, "k" + i));
        }
        var first = gestures.list(special, filter(false, Shown.ALL), null, 2);
        var second = gestures.list(special, filter(false, Shown.ALL), first.next(), 2);
        var third = gestures.list(special, filter(false, Shown.ALL), second.next(), 2);
        assertThat(List.of(first, second, third).stream().flatMap(page -> page.items().stream()).map(Gesture::why))
                .containsExactly("Reden 5", "Reden 4", "Reden 3", "Reden 2", "Reden 1");
        assertThat(third.next()).isNull();
        assertThat(gestures.list(special, new GestureFilter(false, Shown.ALL, Optional.of(brand), Optional.of(team), null, null, false, "reden 4"), null, 9).items()).hasSize(1);
        assertThat(gestures.totals(special, filter(false, Shown.ALL)).cost()).containsExactly(new Gestures.Cost("EUR", 1_500, 5));
        assertThat(gestures.totals(special, filter(false, Shown.ALL)).causes()).extracting(Gestures.CauseCost::nameNl).containsExactly((String) null);
        refusedAt("cursor", "invalid", () -> gestures.list(special, filter(false, Shown.ALL), "elsewhere", 2));
    }

    @Test
    void theFirstOrderAfterwardsIsKeptHoweverOrdersComeIn() {
        Gesture given = give(noor, flowers, null, false);
        order("before", Duration.ofDays(-3), "delivered", 1_000);
        order("later", Duration.ofDays(9), "placed", 4_000);
        order("cancelled", Duration.ofDays(1), "cancelled", 2_000);
        assertThat(gestures.gesture(noor, given.id()).nextOrder().totalMinor()).isEqualTo(4_000);
        order("first", Duration.ofDays(4), "placed", 3_000);
        assertThat(gestures.gesture(noor, given.id()).nextOrder().totalMinor()).isEqualTo(3_000);
    }

    @Test
    void settingsRefuseWhatCannotBeAndWhoCameSecond() {
        refusedAt("toldNl", "placeholder", () -> settings.create(admin(), brand, new ChoiceDraft(Kind.GIFT, "A", "A", 1, false, "Dag {naam}", "Hi", false)));
        refusedAt("nameEn", "required", () -> settings.create(admin(), brand, new ChoiceDraft(Kind.GIFT, "A", "", 1, false, "Dag", "Hi", false)));
        refusedAt("amountMinor", "at-most", () -> settings.create(admin(), brand, new ChoiceDraft(Kind.GIFT, "A", "A", 99_999_999_999L, false, "Dag", "Hi", false)));
        Terms now = settings.terms(admin(), brand);
        refusedAt("currency", "currency-in-use", () -> settings.setTerms(admin(), brand, new Terms("GBP", List.of(), List.of(), now.version())));
        refusedAt("currency", "unknown", () -> settings.setTerms(admin(), brand, new Terms("JPY", List.of(), List.of(), now.version())));
        settings.setTerms(admin(), brand, now);
        refused("gestures/terms-changed", () -> settings.setTerms(admin(), brand, now));
        refused("access/denied", () -> settings.terms(noor, brand));
        var page = settings.choices(admin(), brand, false, "bon", null, 10);
        assertThat(page.items()).extracting(GestureSettings.Choice::nameNl).containsExactly("Tegoedbon");
        var one = settings.choices(admin(), brand, true, null, null, 1);
        assertThat(settings.choices(admin(), brand, true, null, one.next(), 1).items()).extracting(GestureSettings.Choice::nameNl).containsExactly("Tegoedbon");
    }

    @Test
    void whatIsUsedIsWhatStandsAsGivenWhateverIsDone() {
        Law.holds(10, any -> {
            Gesture one = give(noor, voucher, (long) any.number(1, 6_000), any.number(0, 1) == 1);
            if (one.state() == State.ASKED) one = gestures.decide(special, one.id(), any.number(0, 2) > 0, "Zo is het");
            if (one.state() == State.GIVEN && any.number(0, 2) == 0) gestures.withdraw(noor, one.id());
            else if (one.state() == State.GIVEN && any.number(0, 2) == 0) gestures.cancel(noor, one.id(), "Toch niet");
            long standing = gestures.list(special, filter(false, Shown.GIVEN), null, 200).items().stream().mapToLong(Gesture::amountMinor).sum();
            assertThat(month().usedMinor()).isEqualTo(standing);
            assertThat(month().leftMinor()).isEqualTo(5_000 - standing);
            assertThat(gestures.totals(special, filter(false, Shown.ALL)).cost().stream().mapToLong(Gestures.Cost::amountMinor).sum()).isEqualTo(standing);
        });
    }

    @RepeatedTest(3)
    void ofTwoWhoDecideAtOnceOneIsFirst() throws Exception {
        Gesture asked = give(noor, voucher, 5_000L, false);
        Access other = someone(Role.TEAM_LEADER);
        List<Throwable> refused = atOnce(
                () -> gestures.decide(special, asked.id(), true, null),
                () -> gestures.decide(other, asked.id(), false, "Nee"));
        assertThat(refused).singleElement().satisfies(each -> assertThat(each).hasMessage("gestures/settled"));
    }

    @RepeatedTest(3)
    void ofTwoWhoGiveTheLastOfTheBudgetAtOnceOneSeesThatItIsOverdrawn() throws Exception {
        Received elsewhere = work.aLetter(brand).arrives();
        Access colleague = someone(Role.AGENT);
        atOnce(
                () -> gestures.give(noor, letter.conversation(), new NewGesture(voucher, 2_500L, "Een", false, "a")),
                () -> gestures.give(colleague, elsewhere.conversation(), new NewGesture(voucher, 2_500L, "Twee", false, "b")));
        assertThat(list(special, Shown.GIVEN)).extracting(Gesture::overBudget).containsExactly(false, false);
        give(noor, voucher, 1L, false);
        assertThat(list(special, Shown.GIVEN).getFirst().overBudget()).isTrue();
    }

    private Gesture give(Access who, GestureChoiceId choice, Long amount, boolean promised) {
        return gestures.give(who, letter.conversation(), new NewGesture(choice, amount, "Het ging twee keer mis", promised, UUID.randomUUID().toString()));
    }

    private void order(String number, Duration after, String status, long total) {
        customers.storeOrder(brand, new IncomingOrder(number + "-" + address.substring(0, 8), address, "Klant", "nl", "NL", clock.instant().plus(after), status, "paid", total, "EUR",
                null, null, null, null, null, List.of()));
    }

    private TeamMonth month() {
        return gestures.month(special, Optional.of(brand)).getFirst();
    }

    private List<Gesture> list(Access who, Shown shown) {
        return gestures.list(who, filter(false, shown), null, 20).items();
    }

    private GestureFilter filter(boolean mine, Shown shown) {
        return new GestureFilter(mine, shown, Optional.of(brand), Optional.empty(), null, null, false, null);
    }

    private Access admin() {
        return Accesses.administrator(brand);
    }

    private Access someone(Role role) {
        var user = people.create(new People.NewUser(UUID.randomUUID() + "@work.example", "Noor", "nl", Optional.empty(), Optional.empty(), Optional.empty(),
                false, List.of(new People.RoleGrant(role, Optional.of(brand))), List.of(team), Map.of()));
        return people.access(user).orElseThrow();
    }

    private List<String> happened() {
        return contacts.messages(noor, letter.conversation(), 0, 100).stream().filter(one -> one.direction().equals("event")).map(MessageView::text).toList();
    }
}
