package nl.hartslag.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.organisation.OrganisationSettings.SiteDraft;
import nl.hartslag.people.PeopleAdministration.Grant;
import nl.hartslag.people.PeopleAdministration.UserDraft;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.SiteId;
import nl.hartslag.shared.SkillId;
import nl.hartslag.shared.UserId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HartslagTest
class SkillsEndTest {
    private static final LocalDate LAST_DAY = LocalDate.of(2030, 3, 14);

    @Autowired
    People people;

    @Autowired
    PeopleAdministration administration;

    @Autowired
    OrganisationSettings organisation;

    @Autowired
    MovableClock clock;

    private final Access administrator = Accesses.administrator();

    @AfterEach
    void goOn() {
        clock.run();
    }

    @Test
    void aSkillCountsUntilTheEndOfItsLastDayWhereThePersonWorks() {
        SkillId french = people.createSkill("French " + UUID.randomUUID());
        SiteId paramaribo = organisation.createSite(administrator, new SiteDraft("Paramaribo " + UUID.randomUUID(), "America/Paramaribo", null, false));
        UserId user = aPerson(paramaribo, Map.of(french, 4), Map.of(french, LAST_DAY));
        clock.stopAt(Instant.parse("2030-03-15T02:59:00Z"));
        assertThat(people.skillsOf(user)).containsEntry(french, 4);
        clock.stopAt(Instant.parse("2030-03-15T03:00:00Z"));
        assertThat(people.skillsOf(user)).isEmpty();
        assertThat(people.heldSkills(user)).singleElement().satisfies(held -> {
            assertThat(held.counts()).isFalse();
            assertThat(held.until()).isEqualTo(LAST_DAY);
        });
    }

    @Test
    void aSkillWithoutALastDayStays() {
        SkillId french = people.createSkill("French " + UUID.randomUUID());
        UserId user = aPerson(null, Map.of(french, 4), Map.of());
        clock.stopAt(Instant.parse("2039-03-15T03:00:00Z"));
        assertThat(people.skillsOf(user)).containsEntry(french, 4);
        assertThat(administration.user(administrator, user).skillsUntil()).isEmpty();
    }

    @Test
    void onlyASkillThatSomeoneHasEnds() {
        SkillId french = people.createSkill("French " + UUID.randomUUID());
        assertThatThrownBy(() -> aPerson(null, Map.of(), Map.of(french, LAST_DAY))).hasMessage("request/invalid");
    }

    private UserId aPerson(SiteId site, Map<SkillId, Integer> skills, Map<SkillId, LocalDate> until) {
        return administration.create(administrator, new UserDraft(
                UUID.randomUUID() + "@work.example", "Sam", "nl", site, null, true, List.of(new Grant(Role.AGENT, null)), List.of(), skills, until)).id();
    }
}
