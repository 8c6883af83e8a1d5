package nl.hartslag.customers;

import static nl.hartslag.customers.Customers.IdentityKind.EMAIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import nl.hartslag.customers.OrderImports.ImportView;
import nl.hartslag.customers.OrderImports.RefusedRow;
import nl.hartslag.organisation.Fields;
import nl.hartslag.organisation.Fields.Kind;
import nl.hartslag.organisation.Fields.Required;
import nl.hartslag.organisation.Fields.Type;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.organisation.OrganisationSettings.BrandDraft;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.FieldId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HartslagTest
class OrderImportsTest {
    private static final String COLUMNS =
            "order_number,email,name,ordered_at,status,total,currency,sku,product,quantity,price\n";

    @Autowired
    OrderImports imports;

    @Autowired
    Customers customers;

    @Autowired
    OrganisationSettings settings;

    @Autowired
    Fields fields;

    private BrandId brand;
    private Access admin;

    @BeforeEach
    void makeABrand() {
        String key = "t" + UUID.randomUUID().toString().substring(0, 12);
        brand = settings.createBrand(
                Accesses.administrator(),
                new BrandDraft(key, "Merk", "#c2410c", "nl", "Europe/Amsterdam", false, "Groet", "Regards"));
        admin = Accesses.administrator(brand);
    }

    @Test
    void storesOrdersWithTheirLines() {
        ImportView done = bring(COLUMNS
                + "A-1,jan@voorbeeld.nl,Jan,2026-03-02 09:30,paid,\"32,50\",EUR,B1,Bel,1,\"12,50\"\n"
                + "A-1,jan@voorbeeld.nl,Jan,2026-03-02 09:30,paid,\"32,50\",EUR,L1,Lamp,2,10.00\n"
                + "A-2,piet@voorbeeld.nl,Piet,31-03-2026,shipped,1.234.56,EUR,,,,\n");

        assertThat(done.stored()).isEqualTo(2);
        assertThat(done.refused()).isZero();
        assertThat(done.finishedAt()).isNotNull();
        var order = orderOf("jan@voorbeeld.nl");
        assertThat(order.totalMinor()).isEqualTo(3_250);
        assertThat(order.orderedAt()).isEqualTo("2026-03-02T08:30:00Z");
        assertThat(order.lines()).extracting("name").containsExactly("Bel", "Lamp");
        assertThat(orderOf("piet@voorbeeld.nl").totalMinor()).isEqualTo(123_456);
    }

    @Test
    void readsWhatASpreadsheetOnWindowsWrites() {
        String file = "order_number;email;name;ordered_at;status;total\r\nW-1;zoe@voorbeeld.nl;Zoë Groß;2-3-2026;paid;9,95\r\n";
        assertThat(bring(file.getBytes(Charset.forName("windows-1252"))).stored()).isEqualTo(1);
        assertThat(customers.find(brand, EMAIL, "zoe@voorbeeld.nl").orElseThrow().name()).isEqualTo("Zoë Groß");
    }

    @Test
    void readsAFileWithAByteOrderMarkAndCapitalsInTheHeader() {
        assertThat(bring("\uFEFFOrder_Number\tEMAIL\tordered_at\tstatus\ttotal\nB-1\tbom@voorbeeld.nl\t2026-03-02\tPaid\t1\n").stored())
                .isEqualTo(1);
    }

    @Test
    void refusesAnOrderWholeWhenOneOfItsRowsIsWrongAndStoresTheOthers() throws Exception {
        String bad1 = "C-2,kees@voorbeeld.nl,Kees,2026-03-02,paid,10,EUR,X,Ding,1,10";
        String bad2 = "C-2,kees@voorbeeld.nl,Kees,2026-03-02,paid,10,EUR,Y,\"Ding, groot\",nul,10";
        ImportView done = bring(COLUMNS
                + "C-1,kees@voorbeeld.nl,Kees,2026-03-02,paid,10,EUR,X,Ding,1,10\n" + bad1 + "\n" + bad2 + "\n"
                + "C-3,geen adres,Kees,gisteren,paid,10,EUR,X,Ding,1,10\n");

        assertThat(done.stored()).isEqualTo(1);
        assertThat(done.refused()).isEqualTo(3);
        assertThat(imports.refused(admin, done.id()))
                .extracting(RefusedRow::line, RefusedRow::column)
                .containsExactly(
                        tuple(3L, "order_number"), tuple(4L, "quantity"), tuple(5L, "email"), tuple(5L, "ordered_at"));
        assertThat(imports.refused(admin, done.id()).get(1).message()).isEqualTo("Schrijf een heel getal");

        StringWriter mended = new StringWriter();
        imports.writeRefused(admin, done.id(), mended);
        String again = mended.toString().replace("nul", "1").replace("geen adres", "k3@voorbeeld.nl").replace("gisteren", "2026-03-01");
        assertThat(bring(again).stored()).isEqualTo(2);
    }

    @Test
    void tellsAllThatIsWrongWithAnOrderAtOnce() throws Exception {
        ImportView done = bring(COLUMNS
                + "F-1,fien@voorbeeld.nl,Fien,,paid,veel,EUR,,,,\n"
                + "F-1,fien@voorbeeld.nl,Fien,2026-03-02,paid,10,EUR," + "s".repeat(65) + ",Ding,0,1.250\n");

        assertThat(imports.refused(admin, done.id()))
                .extracting(RefusedRow::line, RefusedRow::column, RefusedRow::message)
                .containsExactlyInAnyOrder(
                        tuple(2L, "ordered_at", "Vul dit in"),
                        tuple(2L, "total", "Schrijf een bedrag als 12.50 of 12,50"),
                        tuple(3L, "sku", "Hooguit 64 tekens"),
                        tuple(3L, "quantity", "Minstens 1"),
                        tuple(3L, "price", "Schrijf centen met twee cijfers: 1.250 is op twee manieren te lezen"));
        StringWriter toMend = new StringWriter();
        imports.writeRefused(admin, done.id(), toMend);
        assertThat(toMend.toString().lines()).hasSize(3).anyMatch(line -> line.contains("quantity: Minstens 1; price: Schrijf centen"));
    }

    @Test
    void aDayThatDoesNotExistIsNoOtherDay() {
        ImportView done = bring(COLUMNS
                + "K-1,kim@voorbeeld.nl,Kim,31-02-2026,paid,10,EUR,X,Ding,1,10\n"
                + "K-2,kim@voorbeeld.nl,Kim,2026-02-30 10:00,lost,10,EUR,X,Ding,1,10\n");
        assertThat(done.stored()).isZero();
        assertThat(imports.refused(admin, done.id())).extracting(RefusedRow::column, RefusedRow::message).containsExactly(
                tuple("ordered_at", "Schrijf een datum als 2026-03-31 of 31-03-2026, met een tijd als je die hebt"),
                tuple("ordered_at", "Schrijf een datum als 2026-03-31 of 31-03-2026, met een tijd als je die hebt"),
                tuple("status", "Een van: placed, paid, packed, shipped, delivered, returned, cancelled"));
    }

    @Test
    void judgesNoAmountInACurrencyThatDoesNotExist() {
        ImportView done = bring(COLUMNS + "F-2,fien@voorbeeld.nl,Fien,2026-03-02,paid,12.345,KWDD,X,Ding,1,1.250\n");
        assertThat(imports.refused(admin, done.id())).extracting(RefusedRow::column).containsExactly("currency");
    }

    @Test
    void theFaultStandsAtTheColumnThatIsFilledIn() {
        ImportView done = bring(COLUMNS + "G-1,gea@voorbeeld.nl,Gea,2026-03-02,paid,10,EUR,," + "p".repeat(100) + ",1,10\n");
        assertThat(imports.refused(admin, done.id())).extracting(RefusedRow::column).containsExactly("product");
    }

    @Test
    void anOrderHasAtMostFiveHundredLines() {
        String row = "H-1,hans@voorbeeld.nl,Hans,2026-03-02,paid,10,EUR,X,Ding,1,10\n";
        ImportView done = bring(COLUMNS + row.repeat(501));
        assertThat(done.stored()).isZero();
        assertThat(imports.refused(admin, done.id()).getFirst().message()).isEqualTo("Hooguit 500 regels in één order");
    }

    @Test
    void readsWhatASpreadsheetCallsUnicodeText() {
        String file = "order_number\temail\tordered_at\tstatus\ttotal\nU-1\tzoë@voorbeeld.nl\t2026-03-02\tpaid\t1\n";
        assertThat(bring(file.getBytes(StandardCharsets.UTF_16)).stored()).isEqualTo(1);
    }

    @Test
    void whatIsNoTextIsRefusedAsSuch() {
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
        assertThatThrownBy(() -> bring(picture))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code()).isEqualTo("imports/no-text"));
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        String file = COLUMNS + "D-1,dirk@voorbeeld.nl,Dirk,2026-03-02,paid,10,EUR,X,Ding,1,10\n";
        bring(file);
        var first = orderOf("dirk@voorbeeld.nl");
        bring(file);
        assertThat(orderOf("dirk@voorbeeld.nl")).isEqualTo(first);
    }

    @Test
    void namesTheColumnsThatAreMissingAndStoresNothing() {
        assertThatThrownBy(() -> bring("order_number,email\nX,x@voorbeeld.nl\n"))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo("imports/columns");
                    assertThat(problem.arguments()).containsEntry("missing", "ordered_at, status, total");
                });
        assertThatThrownBy(() -> bring("")).hasMessage("imports/empty");
        assertThat(imports.list(admin, null, 10).items()).isEmpty();
    }

    @Test
    void takesTenThousandRowsInParts() {
        StringBuilder file = new StringBuilder(COLUMNS);
        for (int i = 0; i < 10_000; i++) {
            file.append("E-").append(i).append(",e").append(i % 3_000).append("@voorbeeld.nl,E,2026-03-02,paid,10,EUR,X,Ding,1,10\n");
        }
        assertThat(bring(file.toString()).stored()).isEqualTo(10_000);
        assertThat(imports.list(admin, null, 10).items()).hasSize(1);
        assertThat(imports.list(Accesses.administrator(), null, 10).items()).isEmpty();
    }

    @Test
    void aFieldThatIsChangedWhileTheFileIsReadCostsOnlyTheOrdersThatDoNotFitAnyMore() throws Exception {
        FieldId weight = fields.create(admin, brand, Kind.ORDER, "weight", field(Type.ONE_LINE));
        StringBuilder file = new StringBuilder("order_number,email,ordered_at,status,total,weight\n");
        for (int i = 0; i < 3_000; i++) {
            String filled = i == 2_990 ? "zwaar" : i == 2_991 ? "12.5" : "";
            file.append("M-").append(i).append(",meanwhile").append(i % 100).append("@voorbeeld.nl,2026-03-02,paid,10,").append(filled).append('\n');
        }
        byte[] bytes = file.toString().getBytes(StandardCharsets.UTF_8);
        ImportView done = imports.run(admin, brand, "orders.csv", () -> new ByteArrayInputStream(bytes) {
            @Override
            public int read(byte[] into, int from, int length) {
                int read = super.read(into, from, Math.min(length, 4096));
                if (read < 0 && imports.list(admin, null, 1).items().size() == 1) meanwhile();
                return read;
            }

            private void meanwhile() {
                Fields.Field now = fields.of(brand, Kind.ORDER).getFirst();
                if (now.type() == Type.ONE_LINE) fields.change(admin, weight, field(Type.DECIMAL), now.version());
            }
        });
        assertThat(fields.of(brand, Kind.ORDER).getFirst().type()).isEqualTo(Type.DECIMAL);
        assertThat(done.finishedAt()).isNotNull();
        assertThat(done.stored()).isEqualTo(2_999);
        assertThat(imports.refused(admin, done.id())).containsExactly(new RefusedRow(2_992L, "weight", "Een getal zoals 12,50, met hooguit vier decimalen"));
        StringWriter mended = new StringWriter();
        imports.writeRefused(admin, done.id(), mended);
        assertThat(bring(mended.toString().replace("zwaar", "8")).stored()).isEqualTo(1);
    }

    private static Fields.Draft field(Type type) {
        return new Fields.Draft(type, "Gewicht", "Weight", null, null, null, List.of(), Required.NEVER, List.of(), List.of(), null, false);
    }

    private ImportView bring(String file) {
        return bring(file.getBytes(StandardCharsets.UTF_8));
    }

    private ImportView bring(byte[] file) {
        return imports.run(admin, brand, "orders.csv", () -> new ByteArrayInputStream(file));
    }

    private Customers.Order orderOf(String email) {
        return customers.orders(customers.find(brand, EMAIL, email).orElseThrow().id()).getFirst();
    }
}
