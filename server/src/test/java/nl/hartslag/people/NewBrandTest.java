package nl.hartslag.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What someone may see is remembered for a moment; a new brand does not wait for that. */
@HartslagTest
class NewBrandTest {
    @Autowired People people;
    @Autowired ApiTokens tokens;
    @Autowired OrganisationSettings settings;
    @LocalServerPort int port;

    @Test
    void whoSeesAllBrandsSeesANewOneWithTheNextRequest() throws Exception {
        var user = people.create(new People.NewUser(
                UUID.randomUUID() + "@work.example", "Ada", "en", Optional.empty(), Optional.empty(), Optional.empty(),
                false, List.of(new People.RoleGrant(Role.ADMINISTRATOR, Optional.empty())), List.of(), Map.of()));
        String token = tokens.create(user, "brands", Set.of(Permission.ORGANISATION_CONFIGURE), null).token();
        String key = "k" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(brands(token)).doesNotContain(key);

        settings.createBrand(Accesses.administrator(), new OrganisationSettings.BrandDraft(
                key, "Fietsfabriek", "#9c2f58", "nl", "Europe/Amsterdam", false, "Met vriendelijke groet", "Kind regards"));

        assertThat(brands(token)).contains(key);
    }

    private String brands(String token) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/organisation/brands"))
                .header("Authorization", "Bearer " + token)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
}
