package nl.hartslag.contacts.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.Received;
import nl.hartslag.customers.Customers;
import nl.hartslag.customers.Customers.CustomerChange;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.organisation.OrganisationSettings.BrandDraft;
import nl.hartslag.people.ApiTokens;
import nl.hartslag.people.Role;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever reads the audit log can tell whose data it was that somebody opened. */
@HartslagTest
@Import(Work.class)
class AuditedNamesTest {
    @Autowired Contacts contacts;
    @Autowired Customers customers;
    @Autowired OrganisationSettings organisation;
    @Autowired Audit audit;
    @Autowired ApiTokens tokens;
    @Autowired Work work;
    @Autowired DSLContext db;
    @LocalServerPort int port;
    private BrandId brand;
    private Received letter;
    private CustomerId customer;
    private Access officer;

    @BeforeEach
    void aLetter() {
        brand = work.aBrand();
        letter = work.aLetter(brand).arrives();
        customer = contacts.conversation(work.anAgent(brand), letter.conversation()).customer();
        officer = work.someone(brand, Role.PRIVACY_OFFICER);
        assertThat(officer.may(Permission.CONTACTS_VIEW)).isFalse();
    }

    @Test
    void tellWhoseConversationWasReadByWhoSeesNoCustomers() {
        contacts.messages(work.someone(brand, Role.EDITOR), letter.conversation(), 0, 50);
        JsonNode row = log(officer, letter.conversation().toString()).getFirst();
        assertThat(name(row, letter.conversation())).isEqualTo("Klant · " + number());
        assertThat(name(row, customer)).isEqualTo("Klant");
    }

    @Test
    void findAllThatWasOpenedOfACustomer() {
        contacts.messages(work.someone(brand, Role.BOT_BUILDER), letter.conversation(), 0, 50);
        customers.open(work.anAgent(brand), customer);
        contacts.messages(work.someone(brand, Role.EDITOR), work.aLetter(brand).arrives().conversation(), 0, 50);
        assertThat(log(officer, customer.toString())).extracting(row -> row.get("kind").asString(), row -> name(row, customer))
                .containsExactlyInAnyOrder(
                        tuple("conversation.opened", "Klant"),
                        tuple("customer.opened", "Klant"));
    }

    @Test
    void keepTheCustomerFromWhoMaySeeNone() {
        contacts.messages(work.someone(brand, Role.EDITOR), letter.conversation(), 0, 50);
        JsonNode row = log(officer, letter.conversation().toString(), Permission.AUDIT_VIEW).getFirst();
        assertThat(name(row, letter.conversation())).isEqualTo(number());
        assertThat(row.get("names").has(customer.toString())).isFalse();
    }

    @Test
    void areAddressesForWhoHasNoNameButNotOfAnAnonymousBrand() {
        customers.change(Accesses.administrator(brand), customer, new CustomerChange("", null, null, null));
        contacts.messages(work.someone(brand, Role.EDITOR), letter.conversation(), 0, 50);
        assertThat(name(log(officer, customer.toString()).getFirst(), customer)).endsWith("@home.example");
        var key = db.fetchValue("select key from organisation.brand where id = ?", brand.value()).toString();
        organisation.changeBrand(Accesses.administrator(brand), brand,
                new BrandDraft(key, "Merk", "#c2410c", "nl", "Europe/Amsterdam", true, "Groet", "Regards"));
        JsonNode row = log(officer, letter.conversation().toString()).getFirst();
        assertThat(row.get("names").toString()).doesNotContain("@");
        assertThat(row.get("names").has(customer.toString())).isFalse();
        assertThat(name(row, letter.conversation())).isEqualTo(number());
    }

    @Test
    void arePeopleAndWhatIsSetUpAsTheyAreCalledNow() {
        Access someone = work.anAgent(brand);
        var reason = work.aReason(brand);
        var gone = UUID.randomUUID();
        audit.record(work.anAgent(brand), "user.changed", "user", someone.user().toString(), Optional.of(brand), Map.of(
                "old", Map.of("roles", List.of(Map.of("role", "agent", "brand", brand.toString())), "teams", List.of(gone.toString())),
                "reason", reason.toString()));
        db.execute("update people.users set name = 'Noor Bakker' where id = ?", someone.user().value());
        JsonNode row = log(officer, someone.user().toString()).getFirst();
        assertThat(name(row, someone.user())).isEqualTo("Noor Bakker");
        assertThat(name(row, brand)).isEqualTo("Merk");
        assertThat(name(row, reason)).isEqualTo("Bezorging");
        assertThat(row.get("names").has(gone.toString())).isFalse();
    }

    private String number() {
        return String.valueOf(contacts.conversation(work.anAgent(brand), letter.conversation()).caseNumber());
    }

    private static String name(JsonNode row, Object id) {
        return row.get("names").path(id.toString()).asString("");
    }

    private List<JsonNode> log(Access reader, String subject) {
        return log(reader, subject, Permission.AUDIT_VIEW, Permission.CUSTOMERS_VIEW);
    }

    private List<JsonNode> log(Access reader, String subject, Permission... scopes) {
        String token = tokens.create(reader.user(), "audit", Set.of(scopes), null).token();
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/audit?subject=" + subject))
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return List.copyOf(new JsonMapper().readTree(answer.body()).get("items").valueStream()
                    .filter(row -> !row.get("kind").asString().startsWith("api-token.")).toList());
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
