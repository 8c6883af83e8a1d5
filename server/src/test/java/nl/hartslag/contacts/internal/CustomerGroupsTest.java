package nl.hartslag.contacts.internal;

import static nl.hartslag.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.Priority;
import nl.hartslag.contacts.PromiseRules;
import nl.hartslag.contacts.PromiseRules.For;
import nl.hartslag.contacts.PromiseRules.NewRule;
import nl.hartslag.contacts.PromiseRules.Terms;
import nl.hartslag.contacts.PromiseView;
import nl.hartslag.contacts.PromiseView.Move;
import nl.hartslag.contacts.Received;
import nl.hartslag.customers.CustomerGroups;
import nl.hartslag.customers.CustomerGroups.Colour;
import nl.hartslag.customers.CustomerGroups.Draft;
import nl.hartslag.customers.CustomerGroups.Group;
import nl.hartslag.customers.Customers;
import nl.hartslag.customers.Customers.IdentityKind;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.organisation.OrganisationSettings.ReasonDraft;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerGroupId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.shared.StartsAs;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@HartslagTest
@Import(Work.class)
class CustomerGroupsTest {
    @Autowired CustomerGroups groups;
    @Autowired PromiseRules rules;
    @Autowired Contacts contacts;
    @Autowired Customers customers;
    @Autowired OrganisationSettings organisation;
    @Autowired Work work;
    @Autowired DSLContext db;
    private BrandId brand;
    private Access admin;
    private Access noor;
    private String address;
    private CustomerGroupId resellers;

    @BeforeEach
    void aBrandWithResellers() {
        brand = work.aBrand();
        admin = Accesses.administrator(brand);
        noor = work.anAgent(brand);
        address = UUID.randomUUID() + "@shop.example";
        resellers = groups.create(admin, brand, draft("Wederverkoper", StartsAs.HIGH, false));
    }

    @Test
    void whatIsOpenFollowsTheCustomerIntoAnotherGroupAndSaysWhy() {
        promised(Optional.empty(), 8);
        promised(Optional.of(resellers), 2);
        eventually(this::rulesAreFollowed);
        Received letter = letter();
        assertThat(time(letter)).isEqualTo(Duration.ofHours(8));
        groups.put(noor, customer(), resellers);
        eventually(() -> time(letter).equals(Duration.ofHours(2)));
        assertThat(answer(letter).moves()).singleElement()
                .satisfies(move -> assertThat(move).extracting(Move::cause, Move::subject, Move::by).containsExactly("group", "Wederverkoper", noor.name()));
        groups.put(noor, customer(), null);
        eventually(() -> time(letter).equals(Duration.ofHours(8)));
    }

    @Test
    void whoeverIsInAGroupBeginsWithItsPriorityAndItsPromise() {
        promised(Optional.of(resellers), 2);
        customers.recognise(brand, IdentityKind.EMAIL, address, "Klant", "nl");
        groups.put(noor, customer(), resellers);
        Received letter = letter();
        assertThat(time(letter)).isEqualTo(Duration.ofHours(2));
        assertThat(contacts.contactOf(letter.contact()).priority()).isEqualTo(Priority.HIGH);
        assertThat(customers.customer(customer()).orElseThrow().group()).isEqualTo(resellers);
    }

    @Test
    void theHigherOfGroupAndReasonHoldsAndAReasonBelowBeginsAsTheOneAbove() {
        customers.recognise(brand, IdentityKind.EMAIL, address, "Klant", "nl");
        ReasonId safety = reason(null, StartsAs.URGENT);
        ReasonId below = reason(safety, null);
        ReasonId later = reason(null, StartsAs.LOW);
        assertThat(begins(safety)).isEqualTo(Priority.URGENT);
        assertThat(begins(below)).isEqualTo(Priority.URGENT);
        assertThat(begins(later)).isEqualTo(Priority.LOW);
        groups.put(noor, customer(), resellers);
        assertThat(begins(below)).isEqualTo(Priority.URGENT);
        assertThat(begins(later)).isEqualTo(Priority.HIGH);
        organisation.changeReason(admin, safety, new ReasonDraft(null, "Veilig", "Safe", 1, true, StartsAs.NORMAL, false, 0));
        assertThat(begins(below)).isEqualTo(Priority.HIGH);
        assertThat(organisation.reasonChanges(admin, brand, null, 10).items().getFirst().was().startsAs()).isEqualTo(StartsAs.URGENT);
    }

    private ReasonId reason(@Nullable ReasonId parent, @Nullable StartsAs startsAs) {
        return organisation.createReason(admin, brand, new ReasonDraft(parent, "Reden " + UUID.randomUUID(), "Reason", 1, true, startsAs, false, null));
    }

    private Priority begins(ReasonId reason) {
        return contacts.contactOf(work.new Letter(brand, address).about(reason).arrives().contact()).priority();
    }

    @Test
    void aRuleNamesAGroupOfItsOwnBrand() {
        BrandId other = work.aBrand();
        CustomerGroupId theirs = groups.create(Accesses.administrator(other), other, draft("Gast", StartsAs.NORMAL, false));
        assertThatThrownBy(() -> promised(Optional.of(theirs), 2))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fieldErrors()).containsKeys("group"));
        promised(Optional.of(resellers), 2);
        assertThatThrownBy(() -> promised(Optional.of(resellers), 3)).hasMessage("promise-rules/taken");
    }

    @Test
    void nobodyIsPutInAGroupOfAnotherBrandOrOneThatIsNotUsedAnyMoreAndWhoIsInItStays() {
        letter();
        BrandId other = work.aBrand();
        CustomerGroupId theirs = groups.create(Accesses.administrator(other), other, draft("Gast", StartsAs.NORMAL, false));
        assertThatThrownBy(() -> groups.put(noor, customer(), theirs)).hasMessage("request/invalid");
        groups.put(noor, customer(), resellers);
        groups.change(admin, resellers, draft("Wederverkoper", StartsAs.HIGH, true), 0);
        assertThat(groups.of(customer())).contains(resellers);
        groups.put(noor, customer(), null);
        assertThatThrownBy(() -> groups.put(noor, customer(), resellers)).hasMessage("request/invalid");
        assertThatThrownBy(() -> groups.put(work.anAgent(other), customer(), theirs)).hasMessage("customers/not-found");
    }

    @Test
    void ofTwoWhoChangeAGroupAtOnceTheSecondHearsItAndOthersDoNotSeeIt() {
        groups.change(admin, resellers, draft("Winkel", StartsAs.NORMAL, false), 0);
        assertThatThrownBy(() -> groups.change(admin, resellers, draft("Dealer", StartsAs.NORMAL, false), 0)).hasMessage("customer-groups/changed");
        assertThat(groups.groups(noor)).extracting(Group::nameNl).containsExactly("Winkel");
        Access elsewhere = Accesses.administrator(work.aBrand());
        assertThat(groups.groups(elsewhere)).isEmpty();
        assertThatThrownBy(() -> groups.change(elsewhere, resellers, draft("X", StartsAs.NORMAL, false), 1)).hasMessage("customer-groups/not-found");
        assertThatThrownBy(() -> groups.create(noor, brand, draft("X", StartsAs.NORMAL, false))).hasMessage("access/denied");
        assertThatThrownBy(() -> groups.create(admin, brand, draft(" ", StartsAs.NORMAL, false)))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fieldErrors()).containsKeys("nameNl"));
    }

    private static Draft draft(String name, StartsAs startsAs, boolean archived) {
        return new Draft(name, name, Colour.BLUE, 10, startsAs, archived);
    }

    /** No change of a rule is still to be followed, so that what follows is by the group. */
    private boolean rulesAreFollowed() {
        return db.fetch("select 1 from platform.timer where kind = 'contacts.recalculate' and payload ->> 'brand' = ?", brand.toString()).isEmpty();
    }

    private void promised(Optional<CustomerGroupId> group, int hours) {
        rules.add(admin, new NewRule(
                new For(brand, Optional.empty(), Optional.empty(), Optional.empty(), group),
                new Terms(Optional.of(Duration.ofHours(hours)), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())));
    }

    private Received letter() {
        return work.new Letter(brand, address).arrives();
    }

    private CustomerId customer() {
        return customers.find(brand, IdentityKind.EMAIL, address).orElseThrow().id();
    }

    private PromiseView answer(Received letter) {
        List<PromiseView> answers = contacts.promises(letter.caseId()).stream().filter(one -> one.kind().equals("answer")).toList();
        return answers.getLast();
    }

    private Duration time(Received letter) {
        return Duration.between(answer(letter).madeAt(), answer(letter).dueAt());
    }
}
