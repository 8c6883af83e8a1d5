package nl.hartslag.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.hartslag.testing.Browser;
import nl.hartslag.testing.Browser.Answer;

/**
 * A brand with an e-mail address and a widget, set up as its first administrator would: with the password from the console, which
 * must be changed before anything else is open.
 */
final class Shop {
    static final String ADDRESS = "service@shop.example";
    final Browser administrator;
    final String widget;

    private Shop(Browser administrator, String widget) {
        this.administrator = administrator;
        this.widget = widget;
    }

    static Shop on(Product product) throws Exception {
        String email = "beheer@work.example";
        String once = product.admin("create", "--email", email, "--name", "Beheer").getLast();
        Browser administrator = new Browser(product.address());
        assertThat(administrator.signIn(email, once).status()).isEqualTo(200);
        assertThat(administrator.get("/api/organisation/brands").code()).isEqualTo("access/change-password");
        assertThat(administrator.post("/api/session/password", Map.of("oldPassword", once, "newPassword", "een zin die ik onthoud")).status()).isEqualTo(204);
        String brand = made(administrator, "/api/organisation/brands", Map.of("key", "shop", "name", "Shop", "accent", "#c2410c",
                "defaultLanguage", "nl", "zone", "Europe/Amsterdam", "anonymous", false, "greetingNl", "Groet", "greetingEn", "Regards"))
                .body().path("id").asString();
        made(administrator, "/api/email-accounts", Map.of("brand", brand, "address", ADDRESS, "name", "Shop", "kind", "smtp"));
        String widget = made(administrator, "/api/channels/widgets", Map.ofEntries(Map.entry("brand", brand), Map.entry("name", "Shop"),
                Map.entry("position", "right"), Map.entry("origins", List.of("https://shop.example")), Map.entry("reasons", List.of()),
                Map.entry("active", true), Map.entry("transcripts", true), Map.entry("askMinutes", 60), Map.entry("endMinutes", 60)))
                .body().path("key").asString();
        return new Shop(administrator, widget);
    }

    /** Rights are remembered for some seconds, so that a new brand may not be theirs at once. */
    private static Answer made(Browser administrator, String path, Map<String, ?> draft) throws Exception {
        Instant givenUp = Instant.now().plusSeconds(20);
        Answer answer = administrator.post(path, draft);
        while (answer.status() != 201 && Instant.now().isBefore(givenUp)) answer = administrator.post(path, draft);
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(201);
        return answer;
    }
}
