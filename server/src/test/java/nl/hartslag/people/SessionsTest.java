package nl.hartslag.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.UserId;
import nl.hartslag.testing.Browser;
import nl.hartslag.testing.Browser.Answer;
import nl.hartslag.testing.HartslagTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** Signing in as a browser and as a machine, over HTTP. */
@HartslagTest
class SessionsTest {
    private static final String PASSWORD = "een zin die ik onthoud";
    @Autowired People people;
    @Autowired ApiTokens tokens;
    @Autowired Profiles profiles;
    @Autowired TransactionTemplate transactions;
    @Autowired DSLContext db;
    @LocalServerPort int port;
    private final String email = UUID.randomUUID() + "@work.example";

    private UserId aUser(boolean mustChangePassword) {
        return people.create(new People.NewUser(email, "Noor", "en", Optional.empty(), Optional.empty(), Optional.of(PASSWORD), mustChangePassword,
                List.of(new People.RoleGrant(Role.ADMINISTRATOR, Optional.empty())), List.of(), Map.of()));
    }

    private Browser aBrowser() {
        return new Browser("http://localhost:" + port);
    }

    @Test
    void signsInWithACookieThatScriptsAndOtherSitesDoNotGet() throws Exception {
        aUser(false);
        Browser browser = aBrowser();
        Answer signedIn = browser.signIn(email, PASSWORD);
        assertThat(signedIn.status()).isEqualTo(200);
        assertThat(signedIn.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("hartslag_session=") && cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
        assertThat(browser.get("/api/organisation/brands").status()).isEqualTo(200);
        assertThat(browser.call("DELETE", "/api/session", null).status()).isEqualTo(204);
        assertThat(browser.get("/api/organisation/brands").status()).isEqualTo(401);
    }

    /** What is remembered for some seconds must not be what another request read a moment before the change was there. */
    @Test
    void aChangeHoldsFromTheNextRequestOn() throws Exception {
        UserId user = aUser(false);
        Browser browser = aBrowser();
        browser.signIn(email, PASSWORD);
        transactions.executeWithoutResult(changing -> {
            profiles.change(people.access(user).orElseThrow(), "nl", null);
            assertThat(locale(browser)).isEqualTo("en");
        });
        assertThat(locale(browser)).isEqualTo("nl");
    }

    private static String locale(Browser browser) {
        try {
            return browser.get("/api/session").body().path("user").path("locale").asString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void refusesAChangeWithoutTheForgeryToken() throws Exception {
        aUser(false);
        Browser browser = aBrowser();
        browser.signIn(email, PASSWORD);
        browser.forget("XSRF-TOKEN");
        Answer refused = browser.call("PATCH", "/api/session", Map.of("locale", "nl"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("access/csrf");
    }

    @Test
    void aPasswordGivenForOnceMustBeChangedIntoAnotherOne() throws Exception {
        aUser(true);
        Browser browser = aBrowser();
        assertThat(browser.signIn(email, PASSWORD).body().path("user").path("mustChangePassword").asBoolean()).isTrue();
        assertThat(browser.get("/api/organisation/brands").code()).isEqualTo("access/change-password");
        assertThat(browser.live("").statusCode()).isEqualTo(403);
        Answer same = browser.post("/api/session/password", Map.of("oldPassword", PASSWORD, "newPassword", PASSWORD));
        assertThat(same.body().path("errors").path("newPassword").asString("")).isEqualTo("Choose another one than you have now");
        assertThat(browser.post("/api/session/password", Map.of("oldPassword", PASSWORD, "newPassword", "een heel andere zin")).status()).isEqualTo(204);
        assertThat(browser.get("/api/organisation/brands").status()).isEqualTo(200);
        assertThat(browser.get("/api/session").body().path("user").path("mustChangePassword").asBoolean()).isFalse();
    }

    @Test
    void slowsDownGuessing() throws Exception {
        aUser(false);
        Browser browser = aBrowser();
        Answer answer = browser.signIn(email, "verkeerd");
        assertThat(answer.code()).isEqualTo("people/wrong-login");
        for (int i = 0; i < 10 && answer.status() == 401; i++) answer = browser.signIn(email, "verkeerd");
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(browser.signIn(email, PASSWORD).status()).as("the right password does not help meanwhile").isEqualTo(429);
    }

    @Test
    void recordsSigningInAndBeingRefused() throws Exception {
        UserId user = aUser(false);
        aBrowser().signIn(email, "verkeerd");
        aBrowser().signIn(email, PASSWORD);
        assertThat(db.fetch("select kind from platform.audit where subject_id = {0} order by id", org.jooq.impl.DSL.val(user.toString())).getValues(0, String.class))
                .containsSubsequence("session.refused", "session.opened");
    }

    @Test
    void keepsPasswordsSessionsAndTokensOnlyAsHashes() throws Exception {
        UserId user = aUser(false);
        String token = tokens.create(user, "machine", EnumSet.of(Permission.CONTACTS_VIEW), null).token();
        String cookie = aBrowser().signIn(email, PASSWORD).headers().allValues("Set-Cookie").stream()
                .filter(each -> each.startsWith("hartslag_session=")).findFirst().orElseThrow().split("[=;]")[1];
        for (String table : Set.of("people.users", "people.session", "people.api_token")) {
            assertThat(db.fetch("select t::text from " + table + " t").toString()).doesNotContain(PASSWORD).doesNotContain(token).doesNotContain(cookie);
        }
        assertThat(db.fetchValue("select password_hash from people.users where id = {0}", org.jooq.impl.DSL.val(user.value())).toString()).startsWith("$argon2id$");
    }

    @Test
    void pagesCarryStrictHeaders() throws Exception {
        var headers = aBrowser().get("/api/session").headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElse("")).contains("default-src 'self'").contains("script-src 'self';")
                .contains("object-src 'none'").contains("frame-ancestors 'none'");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
    }
}
