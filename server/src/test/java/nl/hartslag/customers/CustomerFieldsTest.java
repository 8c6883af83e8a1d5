package nl.hartslag.customers;

import static nl.hartslag.customers.Customers.IdentityKind.EMAIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.hartslag.customers.Customers.IncomingOrder;
import nl.hartslag.customers.OrderImports.ImportView;
import nl.hartslag.customers.OrderImports.RefusedRow;
import nl.hartslag.organisation.Fields;
import nl.hartslag.organisation.Fields.Change;
import nl.hartslag.organisation.Fields.Choice;
import nl.hartslag.organisation.Fields.Draft;
import nl.hartslag.organisation.Fields.Kind;
import nl.hartslag.organisation.Fields.Required;
import nl.hartslag.organisation.Fields.Shown;
import nl.hartslag.organisation.Fields.ShownBy;
import nl.hartslag.organisation.Fields.Type;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.organisation.OrganisationSettings.BrandDraft;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerAccountId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.FieldId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HartslagTest
class CustomerFieldsTest {
    @Autowired CustomerFields customerFields;
    @Autowired Fields fields;
    @Autowired Customers customers;
    @Autowired CustomerAccounts accounts;
    @Autowired AccountPeople accountPeople;
    @Autowired OrderImports imports;
    @Autowired OrganisationSettings settings;
    private BrandId brand;
    private Access admin;
    private FieldId club;
    private FieldId gift;
    private FieldId wrapping;

    @BeforeEach
    void aBrandWithFields() {
        brand = settings.createBrand(Accesses.administrator(),
                new BrandDraft("t" + UUID.randomUUID().toString().substring(0, 12), "Merk", "#c2410c", "nl", "Europe/Amsterdam", false, "Groet", "Regards"));
        admin = Accesses.administrator(brand);
        club = fields.create(admin, brand, Kind.CUSTOMER, "club", draft(Type.ONE_LINE, "Club", List.of()));
        gift = fields.create(admin, brand, Kind.ORDER, "gift", draft(Type.YES_NO, "Cadeau", List.of()));
        wrapping = fields.create(admin, brand, Kind.ORDER, "wrapping", draft(Type.CHOICE, "Verpakking", List.of(new Choice(null, "Doos", "Box", false), new Choice(null, "Zak", "Bag", false))));
    }

    @Test
    void ofACustomerStandAtTheCustomer() {
        CustomerId jan = customers.recognise(brand, EMAIL, "jan@voorbeeld.nl", "Jan", "nl").id();
        customerFields.change(admin, jan, club, new Change(List.of(" Biljartclub "), List.of()));
        assertThat(customerFields.of(admin, jan).fields()).singleElement().satisfies(one -> assertThat(one.value()).containsExactly("Biljartclub"));
        assertThatThrownBy(() -> customerFields.change(admin, jan, club, new Change(List.of("Anders"), List.of()))).hasMessage("fields/filled-in");
        assertThatThrownBy(() -> customerFields.change(admin, jan, gift, new Change(List.of("true"), List.of()))).hasMessage("fields/not-found");
        assertThatThrownBy(() -> customerFields.change(Accesses.with(Permission.CUSTOMERS_VIEW, brand), jan, club, new Change(List.of(), List.of()))).hasMessage("access/denied");
        BrandId other = settings.createBrand(Accesses.administrator(),
                new BrandDraft("t" + UUID.randomUUID().toString().substring(0, 12), "Anders", "#c2410c", "nl", "Europe/Amsterdam", false, "Groet", "Regards"));
        assertThatThrownBy(() -> customerFields.of(Accesses.administrator(other), jan)).hasMessage("customers/not-found");
    }

    @Test
    void anImportFillsThemByTheirKeyAndSaysPerLineWhatIsWrong() {
        ImportView done = bring("""
                order_number,email,ordered_at,status,total,Gift,wrapping,colour
                A-1,jan@voorbeeld.nl,2026-03-02,paid,10.00,ja,doos,rood
                A-2,jan@voorbeeld.nl,2026-03-02,paid,10.00,misschien,kist,rood
                A-3,jan@voorbeeld.nl,2026-03-02,paid,10.00,,Bag,
                """);
        assertThat(done.stored()).isEqualTo(2);
        assertThat(imports.refused(admin, done.id())).extracting(RefusedRow::line, RefusedRow::column).containsExactly(tuple(3L, "gift"), tuple(3L, "wrapping"));
        assertThat(value("A-1", gift)).containsExactly("true");
        assertThat(value("A-1", wrapping)).containsExactly(choice("Doos"));
        assertThat(value("A-3", gift)).isEmpty();
        assertThat(value("A-3", wrapping)).containsExactly(choice("Zak"));
    }

    @Test
    void whatIsLeftBlankInAFileStaysAsItIs() {
        bring("order_number,email,ordered_at,status,total,gift\nA-1,jan@voorbeeld.nl,2026-03-02,paid,10.00,ja\n");
        CustomerId jan = customers.find(brand, EMAIL, "jan@voorbeeld.nl").orElseThrow().id();
        customerFields.change(admin, customers.orders(jan).getFirst().id(), wrapping, new Change(List.of(choice("Doos")), List.of()));
        bring("order_number,email,ordered_at,status,total,gift,wrapping\nA-1,jan@voorbeeld.nl,2026-03-02,shipped,10.00,nee,\n");
        assertThat(value("A-1", gift)).containsExactly("false");
        assertThat(value("A-1", wrapping)).containsExactly(choice("Doos"));
    }

    @Test
    void aProgramOfTheShopFillsThemAndMakesThemEmpty() {
        customers.storeOrder(brand, order(Map.of("gift", "yes", "wrapping", "Box")));
        assertThat(value("A-1", wrapping)).containsExactly(choice("Doos"));
        customers.storeOrder(brand, order(Map.of("wrapping", "")));
        assertThat(value("A-1", gift)).containsExactly("true");
        assertThat(value("A-1", wrapping)).isEmpty();
        assertThatThrownBy(() -> customers.storeOrder(brand, order(Map.of("gift", "misschien", "colour", "rood")))).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.fieldErrors()).containsEntry("fields.gift", "yes-no").containsEntry("fields.colour", "unknown"));
    }

    @Test
    void areShownForTheTypeOfTheCustomerAndTheStateOfHisOrder() {
        FieldId vat = fields.create(admin, brand, Kind.CUSTOMER, "vat", draft("Btw-nummer", "RESELLER", "BUSINESS"));
        FieldId label = fields.create(admin, brand, Kind.ORDER, "label", draft("Retourlabel", "RETURNED"));
        customers.storeOrder(brand, order("paid", Map.of("label", "R-1")));
        CustomerId jan = customers.find(brand, EMAIL, "jan@voorbeeld.nl").orElseThrow().id();
        assertThat(customerFields.of(admin, jan).fields()).extracting(one -> one.field().id()).containsExactly(club);
        assertThat(customerFields.of(admin, jan).orders().getFirst().fields()).extracting(one -> one.field().id()).containsExactly(gift, wrapping);
        CustomerAccountId shop = accounts.create(admin, brand, new CustomerAccounts.Draft(CustomerAccounts.Kind.RESELLER, "Jansen", "", null, null, List.of(), false));
        accountPeople.put(admin, shop, jan, new AccountPeople.Role("Inkoper", false, 0));
        customers.storeOrder(brand, order("returned", Map.of()));
        assertThat(customerFields.of(admin, jan).fields()).extracting(one -> one.field().id()).containsExactly(club, vat);
        assertThat(value("A-1", label)).as("what was filled in while it was hidden").containsExactly("R-1");
    }

    private List<String> value(String number, FieldId field) {
        CustomerId jan = customers.find(brand, EMAIL, "jan@voorbeeld.nl").orElseThrow().id();
        var order = customers.orders(jan).stream().filter(one -> one.number().equals(number)).findFirst().orElseThrow();
        return customerFields.of(admin, jan).orders().stream().filter(one -> one.order().equals(order.id())).findFirst().orElseThrow()
                .fields().stream().filter(one -> one.field().id().equals(field)).findFirst().orElseThrow().value();
    }

    private String choice(String name) {
        return fields.of(brand, Kind.ORDER).stream().flatMap(one -> one.choices().stream()).filter(one -> one.nameNl().equals(name)).findFirst().orElseThrow().id();
    }

    private static Draft draft(Type type, String name, List<Choice> choices) {
        return new Draft(type, name, name, null, null, null, choices, Required.NEVER, List.of(), List.of(), null, false);
    }

    private static Draft draft(String name, String... types) {
        return new Draft(Type.ONE_LINE, name, name, null, null, null, List.of(), Required.NEVER, List.of(), List.of(),
                new Shown(ShownBy.TYPES, List.of(), List.of(), List.of(types)), false);
    }

    private static IncomingOrder order(Map<String, String> given) {
        return order("paid", given);
    }

    private static IncomingOrder order(String status, Map<String, String> given) {
        return new IncomingOrder("A-1", "jan@voorbeeld.nl", "Jan", "nl", "NL", Instant.parse("2026-03-02T10:00:00Z"), status, "paid", 1_000, "EUR", null, null, null, null, null, List.of(), given);
    }

    private ImportView bring(String file) {
        return imports.run(admin, brand, "orders.csv", () -> new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }
}
