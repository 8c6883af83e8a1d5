package nl.hartslag.organisation;

import static nl.hartslag.testing.AtOnce.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import nl.hartslag.organisation.Organisation.Reason;
import nl.hartslag.organisation.OrganisationSettings.BrandDraft;
import nl.hartslag.organisation.OrganisationSettings.CalendarDraft;
import nl.hartslag.organisation.OrganisationSettings.DepartmentDraft;
import nl.hartslag.organisation.OrganisationSettings.Holiday;
import nl.hartslag.organisation.OrganisationSettings.HoursDraft;
import nl.hartslag.organisation.OrganisationSettings.ProcessDraft;
import nl.hartslag.organisation.OrganisationSettings.ProcessRow;
import nl.hartslag.organisation.OrganisationSettings.ReasonChange;
import nl.hartslag.organisation.OrganisationSettings.ReasonDraft;
import nl.hartslag.organisation.OrganisationSettings.ReasonRow;
import nl.hartslag.organisation.OrganisationSettings.PartnerDraft;
import nl.hartslag.organisation.OrganisationSettings.SiteDraft;
import nl.hartslag.organisation.OrganisationSettings.WeekBlock;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CalendarId;
import nl.hartslag.shared.DepartmentId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@HartslagTest
class OrganisationTest {
    @Autowired
    Organisation organisation;

    @Autowired
    OrganisationSettings settings;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DSLContext db;

    @Autowired
    MovableClock clock;

    @Test
    void knowsABrandAtOnceAfterItWasMade() {
        String key = unique();
        BrandId id = settings.createBrand(Accesses.administrator(), brand(key, "Fietsfabriek"));

        assertThat(organisation.brand(id).name()).isEqualTo("Fietsfabriek");
        assertThat(organisation.brandByKey(key)).map(Organisation.Brand::id).contains(id);
        assertThat(organisation.brandByKey("nobody")).isEmpty();
    }

    @Test
    void showsItsOwnChangesInsideTheTransactionThatMakesThemAndToNobodyElseAfterARollback() {
        String key = unique();
        transaction.executeWithoutResult(status -> {
            BrandId id = settings.createBrand(Accesses.administrator(), brand(key, "Binnen"));
            assertThat(organisation.brand(id).name()).isEqualTo("Binnen");
            status.setRollbackOnly();
        });
        assertThat(organisation.brandByKey(key)).isEmpty();
    }

    @Test
    void hearsOfAChangeThatAnotherNodeMade() {
        String key = unique();
        BrandId id = settings.createBrand(Accesses.administrator(), brand(key, "Voor"));
        assertThat(organisation.brand(id).name()).isEqualTo("Voor");
        db.execute("update organisation.brand set name = 'Na' where key = '" + key + "'");
        db.execute("update organisation.version set number = number + 1");

        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(organisation.brand(id).name()).isEqualTo("Na"));
    }

    @Test
    void refusesABrandThatIsFilledInWronglyAndNamesEveryField() {
        BrandDraft wrong = new BrandDraft("Met Spaties", " ", "rood", "fr", "Mars/Olympus", false, "Groet", "Regards");
        assertThatThrownBy(() -> settings.createBrand(Accesses.administrator(), wrong))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fieldErrors())
                        .containsOnlyKeys("key", "name", "accent", "defaultLanguage", "zone"));
    }

    @Test
    void refusesAKeyThatIsTaken() {
        String key = unique();
        settings.createBrand(Accesses.administrator(), brand(key, "Een"));
        assertThatThrownBy(() -> settings.createBrand(Accesses.administrator(), brand(key, "Twee")))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.fieldErrors()).containsEntry("key", "taken"));
    }

    @Test
    void keepsSettingsFromWhoMayNotConfigureAndBrandsFromWhoDoesNotSeeThem() {
        BrandId id = newBrand();
        assertThatThrownBy(() -> settings.changeBrand(Accesses.with(Permission.CONTACTS_VIEW, id), id, brand("x1", "X")))
                .hasMessage("access/denied");
        assertThatThrownBy(() -> settings.changeBrand(Accesses.administrator(), id, brand("x1", "X")))
                .hasMessage("brands/not-found");
    }

    @Test
    void promisesByTheCalendarOfTheChannelAndOfTheSiteWhenThatHasItsOwn() {
        BrandId id = newBrand();
        var admin = Accesses.administrator(id);
        CalendarId office = calendar("09:00", "17:00");
        CalendarId evening = calendar("17:00", "00:00");
        var site = settings.createSite(admin, new SiteDraft(unique(), "Europe/Amsterdam", null, false));
        settings.setChannelHours(admin, id, List.of(
                new HoursDraft("post", null, office, 240), new HoursDraft("post", site, evening, 60)));

        Instant mondayMorning = Instant.parse("2026-03-02T08:00:00Z");
        assertThat(organisation.hours(id, "post").answerDue(mondayMorning)).isEqualTo("2026-03-02T12:00:00Z");
        assertThat(organisation.hours(id, "post", site).answerDue(mondayMorning)).isEqualTo("2026-03-02T17:00:00Z");
        assertThat(organisation.hours(id, "smoke-signals").answerDue(mondayMorning)).isEqualTo("2026-03-03T08:00:00Z");
        assertThat(settings.channelHours(id)).extracting("answerMinutes").containsExactly(240, 60);
        assertThatThrownBy(() -> settings.deleteCalendar(admin, office)).hasMessage("calendars/in-use");
    }

    @Test
    void aSiteAndAPartnerAreArchivedAndBroughtBack() {
        var admin = Accesses.administrator();
        String name = unique();
        var site = settings.createSite(admin, new SiteDraft(name, "Europe/Amsterdam", null, false));
        var partner = settings.createPartner(admin, name);
        for (boolean archived : new boolean[] {true, false}) {
            settings.changeSite(admin, site, new SiteDraft(name, "Europe/Amsterdam", null, archived));
            settings.changePartner(admin, partner, new PartnerDraft(name, archived));
            assertThat(settings.sites()).filteredOn(one -> one.id().equals(site)).extracting("archived").containsExactly(archived);
            assertThat(settings.partners()).filteredOn(one -> one.id().equals(partner)).extracting("archived").containsExactly(archived);
        }
    }

    @Test
    void refusesBlocksThatRunIntoEachOther() {
        CalendarDraft wrong = new CalendarDraft(
                unique(),
                "Europe/Amsterdam",
                false,
                List.of(block(DayOfWeek.MONDAY, "09:00", "12:00"), block(DayOfWeek.MONDAY, "11:00", "17:00")),
                List.of(new Holiday(LocalDate.of(2026, 12, 25), "Kerst", LocalTime.NOON, null)));
        assertThatThrownBy(() -> settings.createCalendar(Accesses.administrator(), wrong))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fieldErrors())
                        .containsEntry("week", "overlap")
                        .containsEntry("holidays", "holiday-incomplete"));
    }

    @Test
    void refusesACalendarThatNeverOpens() {
        List<Holiday> closed = List.of(new Holiday(LocalDate.of(2026, 12, 25), "Kerst", null, null));
        List<Holiday> once = List.of(new Holiday(LocalDate.of(2026, 12, 24), "Kerstmarkt", LocalTime.NOON, LocalTime.of(20, 0)));
        assertThatThrownBy(() -> settings.createCalendar(Accesses.administrator(), new CalendarDraft(unique(), "Europe/Amsterdam", false, List.of(), closed)))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fieldErrors()).containsEntry("week", "never-opens"));
        settings.createCalendar(Accesses.administrator(), new CalendarDraft(unique(), "Europe/Amsterdam", false, List.of(), once));
        settings.createCalendar(Accesses.administrator(), new CalendarDraft(unique(), "Europe/Amsterdam", true, List.of(), closed));
    }

    @Test
    void keepsReasonsInATreeOfThreeLevelsParentsFirst() {
        BrandId id = newBrand();
        var admin = Accesses.administrator(id);
        ReasonId delivery = reason(id, null, "Bezorging");
        ReasonId late = reason(id, delivery, "Te laat");
        ReasonId never = reason(id, late, "Nooit gekomen");

        assertThat(organisation.reasons(id)).extracting(Reason::id).containsExactly(delivery, late, never);
        assertThatThrownBy(() -> reason(id, never, "Dieper")).hasMessage("reasons/too-deep");
        assertThatThrownBy(() -> settings.changeReason(
                        admin, delivery, new ReasonDraft(late, "Bezorging", "Delivery", 0, false, false)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.fieldErrors()).containsEntry("parent", "own-child"));
    }

    @Test
    void archivesAReasonWithWhatIsUnderItAndStillKnowsItById() {
        BrandId id = newBrand();
        ReasonId payment = reason(id, null, "Betaling");
        ReasonId refund = reason(id, payment, "Terugbetaling");
        settings.changeReason(
                Accesses.administrator(id), payment, new ReasonDraft(null, "Betaling", "Payment", 0, false, true));

        assertThat(organisation.reasons(id)).isEmpty();
        assertThat(organisation.reason(refund)).map(Reason::nameNl).contains("Terugbetaling");
        assertThat(settings.allReasons(id)).allMatch(OrganisationSettings.ReasonRow::archived);
    }

    @Test
    void keepsAnArchivedDepartmentFindableForWhatHappenedBefore() {
        var admin = Accesses.administrator();
        String name = unique();
        var id = settings.createDepartment(admin, new DepartmentDraft(name, name, 1, false));
        assertThat(organisation.departments()).extracting("id").contains(id);
        settings.changeDepartment(admin, id, new DepartmentDraft(name, name, 1, true));
        assertThat(organisation.departments()).extracting("id").doesNotContain(id);
        assertThat(organisation.department(id)).isPresent();
    }

    @Test
    void keepsTheProcessesOfADepartmentInTheirOrderAndArchivesWhatIsLeftOut() {
        var id = settings.createDepartment(Accesses.administrator(), does(null, new ProcessDraft(null, "Inpakken", "Packing", false),
                new ProcessDraft(null, "Bezorgen", "Delivering", false)));
        var first = row(id).processes();
        assertThat(first).extracting(ProcessRow::nameNl).containsExactly("Inpakken", "Bezorgen");

        settings.changeDepartment(Accesses.administrator(), id, does(null,
                new ProcessDraft(first.get(1).id(), "Bezorging", "Delivery", false), new ProcessDraft(null, "Retouren", "Returns", false)));
        assertThat(organisation.processes()).filteredOn(one -> one.department().equals(id))
                .extracting(Organisation.Process::nameNl).containsExactly("Bezorging", "Retouren");
        assertThat(organisation.process(first.get(0).id())).map(Organisation.Process::nameEn).contains("Packing");
        assertThat(row(id).processes()).filteredOn(ProcessRow::archived).extracting(ProcessRow::id).containsExactly(first.get(0).id());

        settings.changeDepartment(Accesses.administrator(), id, new DepartmentDraft("Zonder", "Without", 3, false));
        assertThat(row(id).processes()).hasSize(3);
    }

    @Test
    void refusesProcessesOfOneNameAndOnesOfAnotherDepartment() {
        var other = settings.createDepartment(Accesses.administrator(), does(null, new ProcessDraft(null, "Inpakken", "Packing", false)));
        var stranger = row(other).processes().getFirst().id();
        assertThatThrownBy(() -> settings.createDepartment(Accesses.administrator(), does(null, new ProcessDraft(null, "Inpakken", "Packing", false),
                        new ProcessDraft(null, " inpakken", "", false))))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fieldErrors())
                        .containsOnly(entry("processes.1.nameNl", "taken"), entry("processes.1.nameEn", "required")));
        assertThatThrownBy(() -> settings.createDepartment(Accesses.administrator(), does(null, new ProcessDraft(stranger, "Mijn", "Mine", false))))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fieldErrors()).containsEntry("processes.0.nameNl", "unknown"));
    }

    @Test
    void ofTwoWhoChangeOneDepartmentAtOnceTheSecondHearsOfTheFirst() {
        var id = settings.createDepartment(Accesses.administrator(), does(null));
        int opened = row(id).version();
        settings.changeDepartment(Accesses.administrator(), id, does(opened, new ProcessDraft(null, "Inpakken", "Packing", false)));
        assertThatThrownBy(() -> settings.changeDepartment(Accesses.administrator(), id, does(opened))).hasMessage("departments/changed");
        assertThat(row(id).processes()).extracting(ProcessRow::archived).containsExactly(false);
    }

    @Test
    void keepsEveryChangeOfAReasonAndTheTreeOfAnyDay() {
        BrandId brand = newBrand();
        var admin = Accesses.administrator(brand);
        ReasonId delivery = settings.createReason(admin, brand, draft(null, "Bezorging", 1));
        ReasonId late = settings.createReason(admin, brand, draft(delivery, "Te laat", 1));
        LocalDate first = today();
        clock.advance(Duration.ofDays(2));
        settings.changeReason(admin, delivery, draft(null, "Vervoer", 1));
        clock.advance(Duration.ofDays(2));
        settings.changeReason(admin, delivery, new ReasonDraft(null, "Vervoer", "Vervoer", 1, false, true));

        assertThat(settings.reasonsOn(brand, first)).extracting(ReasonRow::nameNl).containsExactly("Bezorging", "Te laat");
        assertThat(settings.reasonsOn(brand, first)).noneMatch(ReasonRow::archived);
        assertThat(settings.reasonsOn(brand, first.minusDays(1))).isEmpty();
        assertThat(settings.reasonsOn(brand, first.plusDays(2))).extracting(ReasonRow::nameNl).containsExactly("Vervoer", "Te laat");
        assertThat(settings.reasonsOn(brand, today())).allMatch(ReasonRow::archived);

        var newest = settings.reasonChanges(admin, brand, null, 3);
        assertThat(newest.items()).allMatch(change -> change.by().equals(admin.name()));
        // archiving took along what was under it
        assertThat(newest.items().subList(0, 2)).extracting(ReasonChange::reason).containsExactlyInAnyOrder(delivery, late);
        assertThat(newest.items().subList(0, 2)).allMatch(change -> change.now().archived() && !change.was().archived());
        assertThat(newest.items().get(2)).satisfies(change -> {
            assertThat(change.was().nameNl()).isEqualTo("Bezorging");
            assertThat(change.now().nameNl()).isEqualTo("Vervoer");
        });
        var oldest = settings.reasonChanges(admin, brand, newest.next(), 3);
        assertThat(oldest.items()).hasSize(2).allMatch(change -> change.was() == null);
        assertThat(oldest.items()).filteredOn(change -> change.reason().equals(late)).first()
                .extracting(change -> change.now().parentNl()).isEqualTo("Bezorging");
        assertThat(oldest.next()).isNull();
    }

    @Test
    void ofTwoWhoChangeOneReasonAtOnceTheSecondHearsOfTheFirst() {
        BrandId brand = newBrand();
        var admin = Accesses.administrator(brand);
        ReasonId id = settings.createReason(admin, brand, draft(null, "Bezorging", 1));
        settings.changeReason(admin, id, new ReasonDraft(null, "Vervoer", "Transport", 1, false, null, false, 0));
        assertThatThrownBy(() -> settings.changeReason(admin, id, new ReasonDraft(null, "Pakket", "Parcel", 1, false, null, false, 0))).hasMessage("reasons/changed");
    }

    @Test
    void twoWhoPutTwoReasonsUnderEachOtherAtOnceMakeNoCircle() throws Exception {
        BrandId brand = newBrand();
        var admin = Accesses.administrator(brand);
        ReasonId one = settings.createReason(admin, brand, draft(null, "Een", 1));
        ReasonId two = settings.createReason(admin, brand, draft(null, "Twee", 2));
        List<Throwable> refused = atOnce(moving(admin, one, draft(two, "Een", 1)), moving(admin, two, draft(one, "Twee", 2)));
        assertThat(refused).singleElement().isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fieldErrors()).containsEntry("parent", "own-child"));
        assertThat(settings.allReasons(brand)).hasSize(2);
    }

    private Callable<Void> moving(Access admin, ReasonId id, ReasonDraft draft) {
        return () -> {
            settings.changeReason(admin, id, draft);
            return null;
        };
    }

    private static ReasonDraft draft(@Nullable ReasonId parent, String name, int position) {
        return new ReasonDraft(parent, name, name, position, false, false);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Amsterdam"));
    }

    private OrganisationSettings.DepartmentRow row(DepartmentId id) {
        return settings.allDepartments(Accesses.administrator()).stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    private static DepartmentDraft does(@Nullable Integer version, ProcessDraft... processes) {
        return new DepartmentDraft(unique(), unique(), 1, false, 480, null, List.of(), null, List.of(processes), version);
    }

    @Test
    void recordsWhatChangedInTheAuditLog() {
        BrandId id = newBrand();
        settings.changeBrand(Accesses.administrator(id), id, brand("ignored", "Nieuwe naam"));
        var detail = db.fetchValue(
                "select detail->'new'->>'name' from platform.audit where kind = 'brand.changed' and subject_id = ?",
                id.toString());
        assertThat(detail).isEqualTo("Nieuwe naam");
    }

    private BrandId newBrand() {
        return settings.createBrand(Accesses.administrator(), brand(unique(), "Merk"));
    }

    private static BrandDraft brand(String key, String name) {
        return new BrandDraft(key, name, "#c2410c", "nl", "Europe/Amsterdam", false, "Met groet", "Regards");
    }

    private CalendarId calendar(String opens, String closes) {
        return settings.createCalendar(
                Accesses.administrator(),
                new CalendarDraft(
                        unique(),
                        "Europe/Amsterdam",
                        false,
                        List.of(block(DayOfWeek.MONDAY, opens, closes), block(DayOfWeek.TUESDAY, opens, closes)),
                        List.of()));
    }

    private ReasonId reason(BrandId brand, @Nullable ReasonId parent, String name) {
        return settings.createReason(
                Accesses.administrator(brand), brand, new ReasonDraft(parent, name, name, 0, false, false));
    }

    private static WeekBlock block(DayOfWeek day, String opens, String closes) {
        return new WeekBlock(day, LocalTime.parse(opens), LocalTime.parse(closes));
    }

    private static String unique() {
        return "t" + UUID.randomUUID().toString().substring(0, 12);
    }
}
