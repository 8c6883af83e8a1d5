package nl.hartslag.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.organisation.OrganisationSettings.SiteDraft;
import nl.hartslag.people.Notifications.DoNotDisturb;
import nl.hartslag.people.Notifications.Lasts;
import nl.hartslag.people.Notifications.NewsKind;
import nl.hartslag.people.Notifications.NewsWays;
import nl.hartslag.people.Notifications.NotificationDraft;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.SiteId;
import nl.hartslag.shared.UserId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.Browser;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HartslagTest
class NotificationsTest {
    private static final String PASSWORD = "een zin die ik onthoud";

    @Autowired Notifications notifications;
    @Autowired People people;
    @Autowired OrganisationSettings organisation;
    @Autowired MovableClock clock;
    @Autowired DSLContext db;
    @LocalServerPort int port;

    @AfterEach
    void goOn() {
        clock.run();
    }

    @Test
    void whoeverChoseNothingHearsWithoutASoundAndWithoutWhatItIsAbout() {
        var usual = notifications.of(aPerson(Optional.empty()));
        assertThat(usual.ways().keySet()).containsExactly(NewsKind.values());
        assertThat(usual.ways().values()).noneMatch(NewsWays::sound).allMatch(NewsWays::browser);
        assertThat(usual.showsSubject()).isFalse();
        assertThat(usual.volume()).isEqualTo(50);
        assertThat(usual.doNotDisturb()).isNull();
    }

    @Test
    void whatIsChosenIsKeptForThatPersonAlone() {
        Access noor = aPerson(Optional.empty());
        var louder = new NewsWays(true, false, true);
        notifications.change(noor, new NotificationDraft(Map.of(NewsKind.WORK, louder), true, 80));
        notifications.change(noor, new NotificationDraft(Map.of(NewsKind.PROMISE, new NewsWays(false, false, false)), true, 80));

        var kept = notifications.of(noor);
        assertThat(kept.ways()).containsEntry(NewsKind.WORK, louder).containsEntry(NewsKind.PROMISE, new NewsWays(false, false, false))
                .containsEntry(NewsKind.UNSENT, NewsKind.UNSENT.usual());
        assertThat(kept.showsSubject()).isTrue();
        assertThat(kept.volume()).isEqualTo(80);
        assertThat(notifications.of(aPerson(Optional.empty())).ways()).containsEntry(NewsKind.WORK, NewsKind.WORK.usual());
    }

    @Test
    void refusesWhatCannotBe() {
        Access noor = aPerson(Optional.empty());
        assertThatThrownBy(() -> notifications.change(noor, new NotificationDraft(Map.of(), false, 101))).hasMessage("request/invalid");
        assertThatThrownBy(() -> notifications.change(noor, new NotificationDraft(Map.of(), false, -1))).hasMessage("request/invalid");
        assertThatThrownBy(() -> notifications.change(noor, new NotificationDraft(Collections.singletonMap(NewsKind.WORK, null), false, 50)))
                .hasMessage("request/invalid");
        assertThat(notifications.of(noor).volume()).isEqualTo(50);
    }

    @Test
    void doNotDisturbEndsByItselfAfterAnHour() {
        Access noor = aPerson(Optional.empty());
        Instant now = Instant.parse("2030-03-14T09:00:00Z");
        clock.stopAt(now);
        assertThat(notifications.doNotDisturb(noor, Lasts.HOUR).doNotDisturb()).isEqualTo(new DoNotDisturb(now, now.plus(Duration.ofHours(1))));
        clock.advance(Duration.ofMinutes(59));
        assertThat(notifications.of(noor).doNotDisturb()).isNotNull();
        clock.advance(Duration.ofMinutes(1));
        assertThat(notifications.of(noor).doNotDisturb()).isNull();
        assertThat(notifications.doNotDisturb(noor, Lasts.HOUR).doNotDisturb()).isNotNull();
    }

    /** Paramaribo is three hours behind; the night of 29 to 30 March 2031 is an hour shorter in Amsterdam. */
    @ParameterizedTest
    @CsvSource({
        "America/Paramaribo, 2030-03-14T22:00:00Z, 2030-03-15T11:00:00Z",
        "America/Paramaribo, 2030-03-15T02:59:00Z, 2030-03-15T11:00:00Z",
        "America/Paramaribo, 2030-03-15T07:59:00Z, 2030-03-15T11:00:00Z",
        "America/Paramaribo, 2030-03-15T08:00:00Z, 2030-03-16T11:00:00Z",
        "Europe/Amsterdam, 2031-03-29T20:00:00Z, 2031-03-30T06:00:00Z",
    })
    void untilTheMorningIsTheNextMorningWhereThePersonWorks(String zone, Instant now, Instant morning) {
        SiteId site = organisation.createSite(Accesses.administrator(), new SiteDraft("Site " + UUID.randomUUID(), zone, null, false));
        Access noor = aPerson(Optional.of(site));
        clock.stopAt(now);
        assertThat(notifications.doNotDisturb(noor, Lasts.MORNING).doNotDisturb()).isEqualTo(new DoNotDisturb(now, morning));
    }

    @Test
    void untilItIsEndedLastsUntilThePersonEndsIt() {
        Access noor = aPerson(Optional.empty());
        assertThat(Objects.requireNonNull(notifications.doNotDisturb(noor, Lasts.UNTIL_ENDED).doNotDisturb()).until()).isNull();
        clock.advance(Duration.ofDays(40));
        assertThat(notifications.of(noor).doNotDisturb()).isNotNull();
        assertThat(notifications.disturbAgain(noor).doNotDisturb()).isNull();
        assertThat(notifications.disturbAgain(noor).doNotDisturb()).isNull();
    }

    @Test
    void tellsTheOtherScreensOfThatPerson() {
        Access noor = aPerson(Optional.empty());
        notifications.doNotDisturb(noor, Lasts.HOUR);
        assertThat(db.fetch("select user_id from (select kind, user_id from platform.live_pending union all select kind, user_id from platform.live_log) news "
                + "where kind = 'notifications.changed' and user_id = ?", noor.user().value())).hasSize(1);
    }

    @Test
    void nothingIsLeftOfSomebodyWhoIsGone() {
        Access noor = aPerson(Optional.empty());
        notifications.change(noor, new NotificationDraft(Map.of(NewsKind.WORK, new NewsWays(true, true, true)), true, 80));
        notifications.doNotDisturb(noor, Lasts.UNTIL_ENDED);
        db.execute("delete from people.users where id = ?", noor.user().value());
        for (String table : List.of("notification_settings", "notification_ways", "do_not_disturb")) {
            assertThat(db.fetch("select 1 from people." + table + " where user_id = ?", noor.user().value())).as(table).isEmpty();
        }
    }

    @Test
    void overHttpOneChangesOnesOwnAndIsToldWhatIsWrong() throws Exception {
        String email = UUID.randomUUID() + "@work.example";
        aPerson(email, Optional.empty());
        Browser browser = new Browser("http://localhost:" + port);
        assertThat(browser.get("/api/people/me/notifications").status()).isEqualTo(401);
        browser.signIn(email, PASSWORD);
        assertThat(browser.get("/api/people/me/notifications").body().path("ways").path("CUSTOMER").path("browser").asBoolean()).isTrue();
        var draft = Map.of("ways", Map.of("WORK", Map.of("onScreen", true, "browser", true, "sound", true)), "showsSubject", true, "volume", 30);
        assertThat(browser.call("PUT", "/api/people/me/notifications", draft).body().path("ways").path("WORK").path("sound").asBoolean()).isTrue();
        assertThat(browser.call("PUT", "/api/people/me/notifications", Map.of("ways", Map.of("RUMOUR", Map.of("onScreen", true, "browser", true, "sound", true)), "showsSubject", true, "volume", 30)).status()).isBetween(400, 422);
        assertThat(browser.call("PUT", "/api/people/me/do-not-disturb", Map.of("lasts", "HOUR")).body().path("doNotDisturb").path("until").isMissingNode()).isFalse();
        assertThat(browser.call("PUT", "/api/people/me/do-not-disturb", Map.of()).status()).isBetween(400, 422);
        assertThat(browser.call("DELETE", "/api/people/me/do-not-disturb", null).body().path("doNotDisturb").isObject()).isFalse();
        assertThat(browser.get("/api/people/me/notifications").body().path("volume").asInt()).isEqualTo(30);
    }

    private Access aPerson(Optional<SiteId> site) {
        return aPerson(UUID.randomUUID() + "@work.example", site);
    }

    private Access aPerson(String address, Optional<SiteId> site) {
        UserId user = people.create(new People.NewUser(address, "Noor", "nl", site, Optional.empty(), Optional.of(PASSWORD), false,
                List.of(new People.RoleGrant(Role.AGENT, Optional.empty())), List.of(), Map.of()));
        return people.access(user).orElseThrow();
    }
}
