package nl.hartslag.channels.internal.webchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.hartslag.channels.WebChat.Identity;
import org.junit.jupiter.api.Test;

class IdentityProofTest {
    private static final String SECRET = "a secret of the shop";

    @Test
    void acceptsWhatTheShopSigned() {
        String signature = IdentityProof.sign(SECRET, "8812", "Sanne@Example.org");
        assertThat(IdentityProof.check(new Identity("8812", "Sanne@Example.org", "Sanne", signature), SECRET))
                .contains(new IdentityProof("8812", "sanne@example.org"));
    }

    @Test
    void refusesAnotherPersonAnotherSecretAndNobody() {
        String signature = IdentityProof.sign(SECRET, "8812", "sanne@example.org");
        assertThat(IdentityProof.check(new Identity("8813", "sanne@example.org", null, signature), SECRET)).isEmpty();
        assertThat(IdentityProof.check(new Identity("8812", "sanne@example.org", null, signature), "other")).isEmpty();
        assertThat(IdentityProof.check(new Identity(null, "", null, IdentityProof.sign(SECRET, "", "")), SECRET)).isEmpty();
    }

    @Test
    void theBarCannotMoveFromOneFieldToTheOther() {
        String signature = IdentityProof.sign(SECRET, "a", "b|c");
        assertThat(IdentityProof.check(new Identity("a|b", "c", null, signature), SECRET)).isEmpty();
    }

    @Test
    void knowsOriginsAndTheirSubdomains() {
        assertThat(Origins.normal("https://Shop.example/")).contains("https://shop.example");
        assertThat(Origins.normal("https://shop.example:443")).contains("https://shop.example");
        assertThat(Origins.normal("https://shop.example/page")).isEmpty();
        assertThat(Origins.normal("shop.example")).isEmpty();
        assertThat(Origins.normal("https://shop.example; script-src *")).isEmpty();
        List<String> allowed = List.of("https://*.shop.example", "http://localhost:8601");
        assertThat(Origins.allows(allowed, "https://www.shop.example")).isTrue();
        assertThat(Origins.allows(allowed, "https://shop.example")).isFalse();
        assertThat(Origins.allows(allowed, "https://evilshop.example")).isFalse();
        assertThat(Origins.allows(allowed, "http://www.shop.example")).isFalse();
        assertThat(Origins.allows(allowed, "null")).isFalse();
    }
}
