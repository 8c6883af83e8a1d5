package nl.hartslag.desk;

import static nl.hartslag.testing.AtOnce.atOnce;
import static nl.hartslag.testing.Refusals.refused;
import static nl.hartslag.testing.Refusals.refusedAt;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.InboundMessage;
import nl.hartslag.contacts.Priority;
import nl.hartslag.contacts.Received;
import nl.hartslag.contacts.Reply;
import nl.hartslag.customers.Customers;
import nl.hartslag.customers.Customers.IdentityKind;
import nl.hartslag.desk.DeskList.View;
import nl.hartslag.desk.SavedViews.Conditions;
import nl.hartslag.desk.SavedViews.SavedView;
import nl.hartslag.desk.SavedViews.Turn;
import nl.hartslag.desk.SavedViews.ViewContent;
import nl.hartslag.desk.SavedViews.Whose;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.organisation.OrganisationSettings.BrandDraft;
import nl.hartslag.people.People;
import nl.hartslag.people.Role;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.routing.Routing;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.SavedViewId;
import nl.hartslag.shared.TeamId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@HartslagTest
class SavedViewsTest {
    @Autowired SavedViews views;
    @Autowired Desk desk;
    @Autowired Contacts contacts;
    @Autowired Customers customers;
    @Autowired OrganisationSettings settings;
    @Autowired People people;
    @Autowired Routing routing;
    @Autowired MovableClock clock;
    @Autowired DSLContext db;
    private BrandId brand;
    private QueueId questions;
    private TeamId team;
    private Access ilse;
    private Access leader;

    @BeforeEach
    void aBrandWithATeam() {
        brand = brand();
        questions = queue(brand, "Vragen");
        team = people.createTeam("Team " + brand, Optional.empty(), Optional.empty());
        ilse = person("Ilse de Wit", Role.AGENT, brand, List.of(team));
        leader = person("Ties Bos", Role.TEAM_LEADER, brand, List.of(team));
    }

    @AfterEach
    void timeGoesOn() {
        clock.run();
    }

    @Test
    void holdsWhatAnswersToAllOfItAndCountsIt() {
        Received lamp = receive(brand, "Lamp kapot");
        Received other = receive(brand, "Stoel 🙂 kapot");
        receive(brand, "Bedankt");
        contacts.take(ilse, other.contact());

        SavedView broken = saved(with("KAPOT", null, Whose.NOBODY));
        SavedView mine = saved(with(null, null, Whose.ME, Whose.NOBODY));

        assertThat(subjects(ilse, broken)).containsExactly("Lamp kapot");
        assertThat(subjects(ilse, mine)).containsExactlyInAnyOrder("Lamp kapot", "Stoel 🙂 kapot", "Bedankt");
        assertThat(subjects(leader, views.create(leader, content("Van mij", null, with(null, null, Whose.ME))))).isEmpty();
        assertThat(subjects(leader, views.create(leader, content("Van ons", null, with(null, null, Whose.TEAM))))).containsExactly("Stoel 🙂 kapot");
        assertThat(views.counts(ilse)).containsOnly(Map.entry(broken.id(), 1), Map.entry(mine.id(), 3));
        assertThat(views.tried(ilse, with("kapot", null))).satisfies(tried -> {
            assertThat(tried.count()).isEqualTo(2);
            assertThat(tried.first()).extracting(DeskRow::conversation).containsExactlyInAnyOrder(lamp.conversation(), other.conversation());
        });
    }

    @Test
    void asksForQueuePriorityChannelAndWhatIsUnread() {
        Received first = receive(brand, "Een");
        receive(brand, "Twee");
        contacts.prioritise(ilse, first.contact(), Priority.URGENT);
        assertThat(tried(new Conditions(List.of(), List.of(brand), List.of(questions), List.of("mail"), List.of(Priority.URGENT), List.of(), List.of(), Turn.OURS, null, null, true, false, null)))
                .containsExactly("Een");
        assertThat(tried(new Conditions(List.of(), List.of(), List.of(), List.of("chat"), List.of(), List.of(), List.of(), null, null, null, false, false, null))).isEmpty();
        assertThat(tried(new Conditions(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null, null, null, false, true, null))).isEmpty();
        assertThat(tried(new Conditions(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Turn.CUSTOMERS, null, null, false, false, null))).isEmpty();
    }

    @Test
    void whoWaitsLongIsInItOnceHeDoes() {
        clock.stopAt(Instant.now());
        receive(brand, "Wacht");
        Conditions long4 = new Conditions(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null, null, 4, false, false, null);
        assertThat(tried(long4)).isEmpty();
        clock.advance(Duration.ofHours(4));
        assertThat(tried(long4)).containsExactly("Wacht");
    }

    @Test
    void whatIsPromisedSoonIsInItOnceItIs() {
        clock.stopAt(Instant.now());
        Received letter = receive(brand, "Beloofd");
        Instant due = contacts.answerPromise(letter.contact()).orElseThrow().dueAt();
        Conditions late = new Conditions(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null, 0, null, false, false, null);
        Conditions within = new Conditions(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null, 2, null, false, false, null);
        clock.stopAt(due.minus(Duration.ofMinutes(121)));
        assertThat(tried(within)).isEmpty();
        clock.stopAt(due.minus(Duration.ofMinutes(120)));
        assertThat(tried(within)).containsExactly("Beloofd");
        assertThat(tried(late)).isEmpty();
        clock.stopAt(due);
        assertThat(tried(late)).containsExactly("Beloofd");
    }

    @Test
    void whatWasAnsweredIsTheCustomersTurn() {
        Received letter = receive(brand, "Antwoord");
        contacts.take(ilse, letter.contact());
        contacts.reply(ilse, letter.conversation(), new Reply("Zo.", List.of(), letter.seq(), "k1", true));
        assertThat(tried(new Conditions(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Turn.CUSTOMERS, null, null, false, false, null)))
                .containsExactly("Antwoord");
    }

    @Test
    void oneThatWasKeptBeforeThereWereSuchConditionsStillOpens() {
        SavedView view = saved(with("x", null));
        db.execute("update desk.saved_view set conditions = '{}' where id = ?", view.id().value());
        receive(brand, "Alles");
        assertThat(subjects(ilse, view)).containsExactly("Alles");
        assertThat(views.counts(ilse)).containsEntry(view.id(), 1);
    }

    @Test
    void ofATeamIsThereForItsPeopleAndShowsEachWhatHeMaySee() {
        BrandId elsewhere = brand();
        queue(elsewhere, "Vragen");
        Access other = person("Noa Smit", Role.AGENT, elsewhere, List.of(team));
        receive(brand, "Hier");
        receive(elsewhere, "Daar");
        SavedView shared = views.create(leader, content("Wacht", team, with(null, null, Whose.NOBODY)));

        assertThat(subjects(ilse, shared)).containsExactly("Hier");
        assertThat(subjects(other, shared)).containsExactly("Daar");
        assertThat(views.view(ilse, shared.id())).extracting(SavedView::mayChange, SavedView::team, SavedView::changedBy).containsExactly(false, team, "Ties Bos");
        refused("access/denied", () -> views.change(ilse, shared.id(), content("Anders", team, with("x", null)), 0));
        refused("access/denied", () -> views.change(ilse, shared.id(), content("Nu van mij", null, with("x", null)), 0));
        refused("access/denied", () -> views.remove(ilse, shared.id(), true));
        refused("access/denied", () -> views.create(ilse, content("Voor allen", team, with("x", null))));
        refused("access/denied", () -> views.create(leader, content("Elders", people.createTeam("Ander", Optional.empty(), Optional.empty()), with("x", null))));
    }

    @Test
    void ofSomebodyElseIsNotThere() {
        SavedView own = saved(with("x", null));
        assertThat(views.all(leader)).isEmpty();
        refused("views/not-found", () -> views.view(leader, own.id()));
        refused("views/not-found", () -> subjects(leader, own));
        refused("views/not-found", () -> views.change(leader, own.id(), content("x", null, with("x", null)), 0));
        refused("views/not-found", () -> views.remove(leader, own.id(), true));
        refused("views/not-found", () -> views.view(ilse, SavedViewId.next()));
        refused("access/denied", () -> views.all(Accesses.with(Permission.PEOPLE_VIEW, brand)));
    }

    @Test
    void isTakenAwayAndBroughtBackAndChangedByOneAtATime() {
        SavedView view = saved(with("x", null));
        assertThat(views.remove(ilse, view.id(), true).removed()).isTrue();
        assertThat(views.remove(ilse, view.id(), true).version()).isEqualTo(1);
        assertThat(views.all(ilse)).isEmpty();
        assertThat(views.counts(ilse)).isEmpty();
        refused("views/not-found", () -> subjects(ilse, view));
        refused("views/not-found", () -> views.view(ilse, view.id()));
        refused("views/not-found", () -> views.change(ilse, view.id(), content("Weg", null, with("y", null)), 1));
        views.remove(ilse, view.id(), false);
        assertThat(views.all(ilse)).extracting(SavedView::name).containsExactly("Mijn lijst");

        refused("views/changed", () -> views.change(ilse, view.id(), content("Te laat", null, with("y", null)), 0));
        SavedView changed = views.change(ilse, view.id(), content("  Zo  ", null, with(" y ", null)), 2);
        assertThat(changed).extracting(SavedView::name, one -> one.conditions().words(), SavedView::version).containsExactly("Zo", "y", 3);
    }

    @Test
    void thereAreFiftyAtMost_alsoOfTwoMadeAtOnce() throws Exception {
        SavedView first = saved(with("x", null));
        for (int at = 1; at < 50; at++) saved(with("x", null));
        refused("views/too-many", () -> saved(with("x", null)));
        views.remove(ilse, first.id(), true);
        saved(with("x", null));
        refused("views/too-many", () -> views.remove(ilse, first.id(), false));
        views.remove(ilse, views.all(ilse).getFirst().id(), true);
        atOnce(() -> saved(with("x", null)), () -> saved(with("x", null)));
        assertThat(views.all(ilse)).hasSize(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u200b"})
    void hasAName(String name) {
        refusedAt("name", "required", () -> views.create(ilse, content(name, null, with("x", null))));
    }

    @Test
    void asksSomethingThatCanBe() {
        refusedAt("name", "too-long", () -> views.create(ilse, content("x".repeat(61), null, with("x", null))));
        refusedAt("conditions", "choose-one", () -> views.create(ilse, content("Alles", null, with("  ", null))));
        refusedAt("words", "too-long", () -> views.create(ilse, content("Lang", null, with("x".repeat(101), null))));
        refusedAt("waitsHours", "at-least", () -> views.tried(ilse, with(null, 0)));
        refusedAt("waitsHours", "at-most", () -> views.tried(ilse, with(null, 100_000)));
        refusedAt("media", "unknown", () -> views.tried(ilse, new Conditions(List.of(), List.of(), List.of(), List.of("pigeon"), List.of(), List.of(), List.of(), null, null, null, false, false, null)));
    }

    @Test
    void takesWordsAsTheyAre() {
        receive(brand, "50% korting");
        assertThat(tried(with("50%", null))).containsExactly("50% korting");
        assertThat(tried(with("5_%", null))).isEmpty();
    }

    private SavedView saved(Conditions conditions) {
        return views.create(ilse, content("Mijn lijst", null, conditions));
    }

    private static ViewContent content(String name, @Nullable TeamId team, Conditions conditions) {
        return new ViewContent(name, team, conditions);
    }

    private static Conditions with(@Nullable String words, @Nullable Integer waitsHours, Whose... whose) {
        return new Conditions(List.of(whose), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null, null, waitsHours, false, false, words);
    }

    private List<String> subjects(Access access, SavedView view) {
        return desk.list(access, new DeskList(View.MINE, Optional.empty(), Optional.of(view.id())), null, 50).items().stream().map(DeskRow::subject).toList();
    }

    private List<String> tried(Conditions conditions) {
        return views.tried(ilse, conditions).first().stream().map(DeskRow::subject).toList();
    }

    private BrandId brand() {
        return settings.createBrand(Accesses.administrator(),
                new BrandDraft("v" + UUID.randomUUID().toString().substring(0, 12), "Merk", "#9c2f58", "nl", "Europe/Amsterdam", false, "Groet", "Regards"));
    }

    private QueueId queue(BrandId of, String name) {
        QueueId queue = routing.createQueue(new Routing.NewQueue(of, name, Optional.empty(), 50, 10, "pull", 30, 60, Map.of()));
        routing.addRule(of, Optional.empty(), Optional.empty(), Optional.empty(), queue);
        return queue;
    }

    private Access person(String name, Role role, BrandId of, List<TeamId> teams) {
        return people.access(people.create(new People.NewUser(UUID.randomUUID() + "@desk.example", name, "nl", Optional.empty(), Optional.empty(), Optional.empty(), false,
                List.of(new People.RoleGrant(role, Optional.of(of))), teams, Map.of()))).orElseThrow();
    }

    private Received receive(BrandId of, String subject) {
        var customer = customers.recognise(of, IdentityKind.EMAIL, UUID.randomUUID() + "@post.example", "Marieke van den Berg", "nl");
        return contacts.receive(new InboundMessage(Optional.empty(), of, customer.id(), "Marieke van den Berg", "letter", "mail", null, null, null, null,
                UUID.randomUUID().toString(), clock.instant(), subject, "nl", "Kunt u mij helpen?", null, null, null, false, false, true, Optional.empty(),
                List.of("marieke@post.example"), List.of()));
    }
}
