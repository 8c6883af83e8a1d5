package nl.hartslag.people;

import static nl.hartslag.customers.Customers.IdentityKind.EMAIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.customers.Customers;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.organisation.OrganisationSettings.SiteDraft;
import nl.hartslag.people.PeopleAdministration.Grant;
import nl.hartslag.people.PeopleAdministration.SkillDraft;
import nl.hartslag.people.PeopleAdministration.TeamDraft;
import nl.hartslag.people.PeopleAdministration.UserDraft;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.UserId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.Browser;
import nl.hartslag.testing.HartslagTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A role for one brand gives nothing for another, whatever roles someone has there. */
@HartslagTest
class ReachTest {
    private static final String PASSWORD = "een zin die ik onthoud";
    @Autowired People people;
    @Autowired PeopleAdministration administration;
    @Autowired OrganisationSettings settings;
    @Autowired Customers customers;
    @LocalServerPort int port;
    private BrandId bikes;
    private BrandId books;

    @BeforeEach
    void twoBrands() {
        bikes = aBrand();
        books = aBrand();
    }

    private BrandId aBrand() {
        return settings.createBrand(Accesses.administrator(), new OrganisationSettings.BrandDraft(
                "k" + UUID.randomUUID().toString().substring(0, 8), "Merk", "#9c2f58", "nl", "Europe/Amsterdam", false, "Groet", "Regards"));
    }

    private UserId aUser(String email, @Nullable PartnerId partner, People.RoleGrant... roles) {
        return people.create(new People.NewUser(email, "Noor", "en", Optional.empty(), Optional.ofNullable(partner),
                Optional.of(PASSWORD), false, List.of(roles), List.of(), Map.of()));
    }

    private Access someone(People.RoleGrant... roles) {
        return people.access(aUser(UUID.randomUUID() + "@work.example", null, roles)).orElseThrow();
    }

    private static People.RoleGrant of(Role role, @Nullable BrandId brand) {
        return new People.RoleGrant(role, Optional.ofNullable(brand));
    }

    private static UserDraft draft(@Nullable PartnerId partner, Grant... roles) {
        return new UserDraft(UUID.randomUUID() + "@work.example", "Sam", "nl", null, partner, true, List.of(roles), List.of(), Map.of());
    }

    @Test
    void aPermissionHoldsForTheBrandsOfTheRolesThatGiveIt() {
        Access access = someone(of(Role.AGENT, bikes), of(Role.EVALUATOR, books));
        assertThat(access.brands()).containsExactlyInAnyOrder(bikes, books);
        assertThat(access.may(Permission.CONTACTS_HANDLE, bikes)).isTrue();
        assertThat(access.may(Permission.CONTACTS_HANDLE, books)).isFalse();
        assertThat(access.within(Permission.CONTACTS_HANDLE).brands()).containsExactly(bikes);
        assertThat(access.within(Permission.CONTACTS_VIEW).brands()).containsExactlyInAnyOrder(bikes, books);
        assertThat(access.only(Set.of(Permission.CONTACTS_VIEW)).may(Permission.CONTACTS_HANDLE)).isFalse();
    }

    @Test
    void theWholeInstallationIsNotSeenByTheAdministratorOfOneBrand() {
        assertThat(someone(of(Role.ADMINISTRATOR, bikes)).may(Permission.SYSTEM_VIEW)).isFalse();
        assertThat(someone(of(Role.ADMINISTRATOR, null)).may(Permission.SYSTEM_VIEW)).isTrue();
    }

    @Test
    void aRouteReachesOnlyTheBrandsForWhichItIsAllowed() throws Exception {
        String email = UUID.randomUUID() + "@work.example";
        aUser(email, null, of(Role.AGENT, bikes), of(Role.EVALUATOR, books));
        var ofBikes = customers.recognise(bikes, EMAIL, "a@home.example", "Anna", "nl").id();
        var ofBooks = customers.recognise(books, EMAIL, "a@home.example", "Anna", "nl").id();
        Browser browser = new Browser("http://localhost:" + port);
        browser.signIn(email, PASSWORD);
        assertThat(browser.get("/api/customers/" + ofBooks).status()).isEqualTo(200);
        Map<String, String> change = Map.of("name", "Anna de Vries");
        assertThat(browser.call("PATCH", "/api/customers/" + ofBooks, change).status()).isEqualTo(404);
        assertThat(browser.call("PATCH", "/api/customers/" + ofBikes, change).status()).isEqualTo(200);
    }

    @Test
    void handsOutRolesOnlyForTheBrandsHeLooksAfter() {
        Access ofBikes = someone(of(Role.ADMINISTRATOR, bikes), of(Role.AGENT, books));
        administration.create(ofBikes, draft(null, new Grant(Role.ADMINISTRATOR, bikes)));
        for (Grant beyond : List.of(new Grant(Role.AGENT, null), new Grant(Role.AGENT, books))) {
            assertThatThrownBy(() -> administration.create(ofBikes, draft(null, beyond)))
                    .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fieldErrors()).containsEntry("roles", "beyond-reach"));
        }
    }

    @Test
    void takesOverNobodyWhoMayDoMore() {
        Access ofBikes = someone(of(Role.ADMINISTRATOR, bikes));
        UserId chief = aUser(UUID.randomUUID() + "@work.example", null, of(Role.ADMINISTRATOR, null));
        assertThatThrownBy(() -> administration.resetPassword(ofBikes, chief)).hasMessage("people/beyond-reach");
        assertThatThrownBy(() -> administration.change(ofBikes, chief, draft(null, new Grant(Role.AGENT, bikes))))
                .hasMessage("people/beyond-reach");
        UserId reader = aUser(UUID.randomUUID() + "@work.example", null, of(Role.EDITOR, books));
        assertThatThrownBy(() -> administration.user(ofBikes, reader)).hasMessage("people/not-found");
    }

    @Test
    void whatAllBrandsShareNeedsTheRightForAllBrands() {
        Access ofBikes = someone(of(Role.ADMINISTRATOR, bikes));
        for (Runnable change : List.<Runnable>of(
                () -> administration.setRights(ofBikes, Role.AGENT, Set.of(Permission.values())),
                () -> administration.createSkill(ofBikes, "Frans"),
                () -> administration.createTeam(ofBikes, new TeamDraft("Avond", null, null, false)),
                () -> settings.createBrand(ofBikes, new OrganisationSettings.BrandDraft(
                        "nieuw", "Nieuw", "#9c2f58", "nl", "Europe/Amsterdam", false, "Groet", "Regards")))) {
            assertThatThrownBy(change::run).hasMessage("access/all-brands");
        }
    }

    @Test
    void someoneOfAPartnerMakesPeopleOfThatPartnerOnly() {
        PartnerId own = settings.createPartner(Accesses.administrator(), "Eigen " + UUID.randomUUID());
        PartnerId other = settings.createPartner(Accesses.administrator(), "Ander " + UUID.randomUUID());
        Access ofPartner = people.access(aUser(UUID.randomUUID() + "@work.example", own, of(Role.ADMINISTRATOR, bikes))).orElseThrow();
        administration.create(ofPartner, draft(own, new Grant(Role.AGENT, bikes)));
        for (PartnerId beyond : new PartnerId[] {other, null}) {
            assertThatThrownBy(() -> administration.create(ofPartner, draft(beyond, new Grant(Role.AGENT, bikes))))
                    .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fieldErrors()).containsEntry("partner", "own-partner"));
        }
    }

    @Test
    void whatIsArchivedIsKeptByWhoHasItAndGivenToNobody() {
        Access everywhere = someone(of(Role.ADMINISTRATOR, null));
        var team = administration.createTeam(everywhere, new TeamDraft(UUID.randomUUID().toString(), null, null, false));
        var skill = administration.createSkill(everywhere, UUID.randomUUID().toString());
        var site = settings.createSite(everywhere, new SiteDraft(UUID.randomUUID().toString(), "Europe/Amsterdam", null, false));
        UserDraft draft = new UserDraft(UUID.randomUUID() + "@work.example", "Sam", "nl", site, null, true,
                List.of(new Grant(Role.AGENT, bikes)), List.of(team), Map.of(skill, 3));
        UserId has = administration.create(everywhere, draft).id();
        administration.changeTeam(everywhere, team, new TeamDraft(UUID.randomUUID().toString(), null, null, true));
        administration.changeSkill(everywhere, skill, new SkillDraft(UUID.randomUUID().toString(), true));
        settings.changeSite(everywhere, site, new SiteDraft(UUID.randomUUID().toString(), "Europe/Amsterdam", null, true));
        administration.change(everywhere, has, draft);
        UserDraft another = new UserDraft(UUID.randomUUID() + "@work.example", "Sam", "nl", site, null, true,
                draft.roles(), List.of(team), Map.of(skill, 3));
        assertThatThrownBy(() -> administration.create(everywhere, another)).isInstanceOfSatisfying(Problem.class, problem ->
                assertThat(problem.fieldErrors()).isEqualTo(Map.of("teams", "archived", "skills", "archived", "site", "archived")));
    }

    @Test
    void aTeamAndASkillAreArchivedAndBroughtBack() {
        Access everywhere = someone(of(Role.ADMINISTRATOR, null));
        String name = UUID.randomUUID().toString();
        var team = administration.createTeam(everywhere, new TeamDraft(name, null, null, false));
        var skill = administration.createSkill(everywhere, name);
        for (boolean archived : new boolean[] {true, false}) {
            administration.changeTeam(everywhere, team, new TeamDraft(name, null, null, archived));
            administration.changeSkill(everywhere, skill, new SkillDraft(name, archived));
            assertThat(people.teams()).filteredOn(one -> one.id().equals(team)).extracting("archived").containsExactly(archived);
            assertThat(people.skills()).filteredOn(one -> one.id().equals(skill)).extracting("archived").containsExactly(archived);
        }
    }
}
