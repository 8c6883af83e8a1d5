package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CONSULT_STEP;
import static nl.hartslag.organisation.shown.Tables.SHOWN_DEPARTMENT;
import static nl.hartslag.people.shown.Tables.SHOWN_USER;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.hartslag.contacts.ConsultStep;
import nl.hartslag.contacts.internal.db.tables.records.ConsultRecord;
import nl.hartslag.contacts.internal.db.tables.records.ConsultStepRecord;
import nl.hartslag.organisation.shown.tables.ShownDepartment;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.DepartmentId;
import nl.hartslag.shared.Uuid7;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The table of what became of a question between asking and answer. */
@Component
class ConsultSteps {
    private static final ShownDepartment OTHER = SHOWN_DEPARTMENT.as("other");
    private final DSLContext db;
    private final Clock clock;

    ConsultSteps(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Whether this was done already; the caller holds the question. */
    boolean done(ConsultRecord consult, String clientKey) {
        return db.fetchExists(CONSULT_STEP, CONSULT_STEP.CONSULT_ID.eq(consult.getId()).and(CONSULT_STEP.CLIENT_KEY.eq(clientKey)));
    }

    void add(Acting by, ConsultRecord consult, String kind, @Nullable Instant dueAt, @Nullable String words, String clientKey) {
        fresh(by, consult, kind, dueAt, words, clientKey).insert();
    }

    int count(ConsultRecord consult, String kind) {
        return db.fetchCount(CONSULT_STEP, CONSULT_STEP.CONSULT_ID.eq(consult.getId()).and(CONSULT_STEP.KIND.eq(kind)));
    }

    /** Before the question changes: it says with whom it was until now. */
    void passed(Access access, ConsultRecord consult, DepartmentId to, String why, String clientKey) {
        ConsultStepRecord step = fresh(Acting.of(access), consult, "passed", null, why, clientKey);
        step.setToDepartment(to.value());
        step.setAskedMessage(consult.getAskedMessage());
        step.insert();
    }

    private ConsultStepRecord fresh(Acting by, ConsultRecord consult, String kind, @Nullable Instant dueAt, @Nullable String words, String clientKey) {
        ConsultStepRecord step = db.newRecord(CONSULT_STEP);
        step.setId(Uuid7.next());
        step.setConsultId(consult.getId());
        step.setKind(kind);
        step.setAt(clock.instant());
        if (by.user() == null) step.setByName(by.name());
        else step.setByUser(by.user().value());
        step.setDepartmentId(consult.getDepartmentId());
        step.setDueAt(dueAt);
        step.setLate(consult.getLateAt() != null || clock.instant().isAfter(consult.getDueAt()) && consult.getReturnedAt() == null);
        step.setWords(words == null ? "" : words);
        step.setClientKey(clientKey);
        return step;
    }

    /** With which departments it was before. */
    Set<DepartmentId> before(UUID consult) {
        return db.select(CONSULT_STEP.DEPARTMENT_ID).from(CONSULT_STEP).where(CONSULT_STEP.CONSULT_ID.eq(consult)).and(CONSULT_STEP.KIND.eq("passed"))
                .fetch(row -> new DepartmentId(row.value1())).stream().collect(Collectors.toSet());
    }

    Map<UUID, List<ConsultStep>> of(Collection<UUID> consults) {
        if (consults.isEmpty()) return Map.of();
        return db.select(CONSULT_STEP.fields())
                .select(SHOWN_USER.NAME, SHOWN_DEPARTMENT.NAME_NL, SHOWN_DEPARTMENT.NAME_EN, OTHER.NAME_NL, OTHER.NAME_EN)
                .from(CONSULT_STEP)
                .join(SHOWN_DEPARTMENT).on(SHOWN_DEPARTMENT.ID.eq(CONSULT_STEP.DEPARTMENT_ID))
                .leftJoin(OTHER).on(OTHER.ID.eq(CONSULT_STEP.TO_DEPARTMENT))
                .leftJoin(SHOWN_USER).on(SHOWN_USER.ID.eq(CONSULT_STEP.BY_USER))
                .where(CONSULT_STEP.CONSULT_ID.in(consults))
                .orderBy(CONSULT_STEP.AT, CONSULT_STEP.ID)
                .fetchGroups(CONSULT_STEP.CONSULT_ID, row -> new ConsultStep(
                        row.get(CONSULT_STEP.KIND), row.get(CONSULT_STEP.AT), row.get(CONSULT_STEP.BY_USER) == null ? row.get(CONSULT_STEP.BY_NAME) : row.get(SHOWN_USER.NAME), row.get(SHOWN_DEPARTMENT.NAME_NL), row.get(SHOWN_DEPARTMENT.NAME_EN),
                        row.get(OTHER.NAME_NL), row.get(OTHER.NAME_EN), row.get(CONSULT_STEP.DUE_AT), row.get(CONSULT_STEP.WORDS)));
    }
}
