package nl.hartslag.demo.internal.load;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.contacts.CaseFields;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Cases;
import nl.hartslag.contacts.Cases.CaseFilter;
import nl.hartslag.contacts.Result;
import nl.hartslag.customers.CustomerFields;
import nl.hartslag.demo.internal.Cast;
import nl.hartslag.demo.internal.company.Company;
import nl.hartslag.demo.internal.company.Shopper;
import nl.hartslag.demo.internal.company.Table;
import nl.hartslag.organisation.Fields;
import nl.hartslag.organisation.Fields.Change;
import nl.hartslag.organisation.Fields.Choice;
import nl.hartslag.organisation.Fields.Draft;
import nl.hartslag.organisation.Fields.Field;
import nl.hartslag.organisation.Fields.Kind;
import nl.hartslag.organisation.Fields.Required;
import nl.hartslag.organisation.Fields.Shown;
import nl.hartslag.organisation.Fields.ShownBy;
import nl.hartslag.organisation.Fields.Type;
import nl.hartslag.people.People;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the demo company keeps of its cases, customers and orders beside the rest, and of some of them what. */
@Component
@Profile("demo")
class DemoFields {
    private static final String WHO = "carla";
    private static final int SOME = 12;
    private static final int ONE_IN = 4;
    private final Fields fields;
    private final CaseFields ofCases;
    private final CustomerFields ofCustomers;
    private final Cases cases;
    private final People people;

    DemoFields(Fields fields, CaseFields ofCases, CustomerFields ofCustomers, Cases cases, People people) {
        this.fields = fields;
        this.ofCases = ofCases;
        this.ofCustomers = ofCustomers;
        this.cases = cases;
        this.people = people;
    }

    /** Before orders come, that fill some. */
    void settings(Company company, Cast cast) {
        for (Company.Brand brand : company.brands()) {
            for (Table.Row row : Table.read("fields")) {
                List<String> results = row.optional("results").stream().toList();
                Kind kind = Kind.valueOf(row.text("kind"));
                fields.create(DemoAccess.of(cast), cast.brands.get(brand.key()), kind, row.text("key"), new Draft(Type.valueOf(row.text("type")),
                        row.text("nameNl"), row.text("nameEn"), row.text("helpNl"), row.text("helpEn"), row.text("unit"), choices(row),
                        results.isEmpty() ? Required.NEVER : Required.RESULTS, List.of(), results, shown(row, kind, brand.key(), cast), false));
            }
        }
    }

    /** Of cases by the results or the reasons that are named; of customers and orders by their types. */
    private static Shown shown(Table.Row row, Kind kind, String brand, Cast cast) {
        List<String> named = row.optional("shown").stream().flatMap(all -> Arrays.stream(all.split("\\|"))).toList();
        if (named.isEmpty()) return Shown.OF_ALL;
        if (kind != Kind.CASE) return new Shown(ShownBy.TYPES, List.of(), List.of(), named);
        if (Arrays.stream(Result.values()).anyMatch(one -> named.contains(one.name()))) return new Shown(ShownBy.RESULTS, List.of(), named, List.of());
        return new Shown(ShownBy.REASONS, named.stream().map(one -> cast.reason(brand, one)).toList(), List.of(), List.of());
    }

    private static List<Choice> choices(Table.Row row) {
        return row.optional("choices").stream().flatMap(all -> Arrays.stream(all.split("\\|"))).map(one -> one.split("/"))
                .map(names -> new Choice(null, names[0], names[1], false)).toList();
    }

    /** What the shop says of an order. */
    static Map<String, String> ofOrder(String number) {
        int kind = Math.floorMod(number.hashCode(), ONE_IN);
        return kind == 0 ? Map.of("gift", "ja", "wrapping", "Cadeaupapier") : kind == 1 ? Map.of("gift", "nee", "wrapping", "Doos", "weight", "2,4") : Map.of();
    }

    void load(Company company, List<Shopper> shoppers, Cast cast) {
        Access carla = people.access(cast.people.get(WHO)).orElseThrow();
        for (Company.Brand brand : company.brands()) {
            BrandId id = cast.brands.get(brand.key());
            Field card = of(id, Kind.CUSTOMER, "card");
            shoppers.stream().filter(shopper -> shopper.brand().equals(brand.key()) && shopper.number() % ONE_IN == 0).limit(SOME).forEach(shopper ->
                    ofCustomers.change(carla, cast.customers.get(shopper.email()), card.id(), new Change(List.of("K-" + (41_000 + shopper.number())), List.of())));
            Field wrong = of(id, Kind.CASE, "wrong");
            var waiting = cases.find(carla, new CaseFilter(Optional.of(id), Optional.empty(), null, true), null, 100).items().stream()
                    .filter(one -> one.state() == CaseState.WAITING_FOR_CUSTOMER).limit(SOME).toList();
            for (int i = 0; i < waiting.size(); i++) {
                ofCases.change(carla, waiting.get(i).id(), wrong.id(), new Change(List.of(String.valueOf(wrong.choices().get(i % wrong.choices().size()).id())), List.of()));
            }
        }
    }

    private Field of(BrandId brand, Kind kind, String key) {
        return fields.of(brand, kind).stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
    }
}
