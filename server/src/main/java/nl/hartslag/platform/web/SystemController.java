package nl.hartslag.platform.web;

import static nl.hartslag.platform.internal.db.Tables.TIMER;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.platform.settings.InstallationCheck;
import nl.hartslag.shared.Page;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What an administrator looks at to see whether all is well. */
@RestController
@Tag(name = "System")
class SystemController {
    private final DSLContext db;
    private final Audit audit;
    private final Clock clock;
    private final List<InstallationCheck> checks;
    private final String version;

    SystemController(
            DSLContext db,
            Audit audit,
            Clock clock,
            List<InstallationCheck> checks,
            @Value("#{@environment.getProperty('spring.application.version') ?: ''}") String version) {
        this.db = db;
        this.audit = audit;
        this.clock = clock;
        this.checks = checks;
        String built = getClass().getPackage().getImplementationVersion();
        this.version = !version.isBlank() ? version : built == null ? "-" : built;
    }

    /**
     * @param databaseBytes size on disk
     * @param timersWaiting timers that are still to come or due now
     * @param timersSetAside timers that failed too often and wait for a person
     */
    record SystemState(
            String version,
            String database,
            long databaseBytes,
            Instant now,
            int timersWaiting,
            int timersSetAside) {}

    record TimerSetAside(UUID id, String kind, String key, Instant setAsideAt, int attempts, @Nullable String error) {}

    @Operation(summary = "Version, database and how many timers wait or were set aside")
    @Allowed(Permission.SYSTEM_VIEW)
    @GetMapping("/api/system")
    SystemState state() {
        return new SystemState(
                version,
                String.valueOf(db.fetchValue("select current_setting('server_version')")),
                ((Number) db.fetchValue("select pg_database_size(current_database())")).longValue(),
                clock.instant(),
                db.fetchCount(TIMER, TIMER.SET_ASIDE_AT.isNull()),
                db.fetchCount(TIMER, TIMER.SET_ASIDE_AT.isNotNull()));
    }

    /** @param setting what to set outside the application, as in docs/administrator/settings.md */
    record Check(String key, boolean done, String setting) {}

    @Operation(summary = "What must be set outside the application before it can do real work, and whether it is")
    @Allowed(Permission.SYSTEM_VIEW)
    @GetMapping("/api/system/installation")
    List<Check> installation() {
        return checks.stream().map(check -> new Check(check.key(), check.done(), check.setting())).toList();
    }

    @Operation(summary = "Timers that failed too often, newest first")
    @Allowed(Permission.SYSTEM_VIEW)
    @GetMapping("/api/system/timers")
    Page<TimerSetAside> setAside(
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        List<TimerSetAside> rows = db.selectFrom(TIMER)
                .where(TIMER.SET_ASIDE_AT.isNotNull())
                .and(cursor == null ? DSL.noCondition() : after(cursor))
                .orderBy(TIMER.SET_ASIDE_AT.desc(), TIMER.ID.desc())
                .limit(limit + 1)
                .fetch(row -> new TimerSetAside(
                        row.getId(), row.getKind(), row.getKey(), row.getSetAsideAt(), row.getAttempts(), row.getError()));
        if (rows.size() <= limit) return new Page<>(rows, null);
        TimerSetAside last = rows.get(limit - 1);
        return new Page<>(rows.subList(0, limit), last.setAsideAt() + "_" + last.id());
    }

    private static Condition after(String cursor) {
        try {
            String[] parts = cursor.split("_", 2);
            return DSL.row(TIMER.SET_ASIDE_AT, TIMER.ID).lt(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (RuntimeException notOurs) {
            throw Problem.invalid("cursor", "invalid");
        }
    }

    @Operation(summary = "Let a timer that was set aside run again, now")
    @Allowed(Permission.SYSTEM_VIEW)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    @PostMapping("/api/system/timers/{id}/replay")
    public void replay(Access access, @PathVariable UUID id) {
        int changed = db.update(TIMER)
                .set(TIMER.DUE_AT, clock.instant())
                .set(TIMER.ATTEMPTS, 0)
                .set(TIMER.SET_ASIDE_AT, DSL.castNull(TIMER.SET_ASIDE_AT))
                .where(TIMER.ID.eq(id))
                .and(TIMER.SET_ASIDE_AT.isNotNull())
                .execute();
        if (changed == 0) throw Problem.notFound("timers");
        audit.record(access, "timer.replayed", "timer", id.toString(), Optional.empty(), Map.of());
    }
}
