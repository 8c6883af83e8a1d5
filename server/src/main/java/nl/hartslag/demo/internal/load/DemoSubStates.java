package nl.hartslag.demo.internal.load;

import java.util.List;
import java.util.Optional;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Cases;
import nl.hartslag.contacts.Cases.CaseFilter;
import nl.hartslag.contacts.SubStates;
import nl.hartslag.contacts.SubStates.Choice;
import nl.hartslag.contacts.SubStates.Listed;
import nl.hartslag.contacts.SubStates.SubState;
import nl.hartslag.demo.internal.Cast;
import nl.hartslag.demo.internal.company.Company;
import nl.hartslag.demo.internal.company.Table;
import nl.hartslag.people.People;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** How cases of the demo company can stand, and some that do. */
@Component
@Profile("demo")
class DemoSubStates {
    private static final String WHO = "carla";
    private static final int SOME = 6;
    private final SubStates subStates;
    private final Cases cases;
    private final People people;

    DemoSubStates(SubStates subStates, Cases cases, People people) {
        this.subStates = subStates;
        this.cases = cases;
        this.people = people;
    }

    void load(Company company, Cast cast) {
        for (Company.Brand brand : company.brands()) {
            subStates.set(DemoAccess.of(cast), cast.brands.get(brand.key()), new Listed(Table.read("sub-states").stream()
                    .map(row -> new SubState(null, CaseState.valueOf(row.text("state")), row.text("nameNl"), row.text("nameEn"),
                            row.optional("days").map(Integer::valueOf).orElse(null), false))
                    .toList(), 0));
            some(cast.brands.get(brand.key()), people.access(cast.people.get(WHO)).orElseThrow());
        }
    }

    private void some(BrandId brand, Access access) {
        List<SubState> waiting = subStates.of(access, brand).subStates().stream().filter(one -> one.state() == CaseState.WAITING_FOR_CUSTOMER).toList();
        var found = cases.find(access, new CaseFilter(Optional.of(brand), Optional.empty(), null, true), null, 100).items().stream()
                .filter(one -> one.state() == CaseState.WAITING_FOR_CUSTOMER)
                .limit(SOME)
                .toList();
        for (int i = 0; i < found.size(); i++) subStates.choose(access, found.get(i).id(), new Choice(waiting.get(i % waiting.size()).id(), null));
    }
}
