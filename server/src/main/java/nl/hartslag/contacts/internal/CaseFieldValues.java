package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CASES;
import static nl.hartslag.contacts.internal.db.Tables.CASE_FIELD_FROM;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.hartslag.contacts.Cases.FieldChosen;
import nl.hartslag.contacts.Result;
import nl.hartslag.contacts.internal.db.tables.records.CasesRecord;
import nl.hartslag.organisation.FieldUse;
import nl.hartslag.organisation.FieldValues;
import nl.hartslag.shared.FieldId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What is filled in of cases. */
@Component
class CaseFieldValues implements FieldUse {
    /** Written out, as a prepared statement knows by it that the index of what is filled in serves. */
    private static final Condition FILLED = CASES.FIELD_VALUES.ne(DSL.inline(JSONB.valueOf("{}")));
    private final DSLContext db;

    CaseFieldValues(DSLContext db) {
        this.db = db;
    }

    static FieldValues of(CasesRecord row) {
        return FieldValues.read(row.getFieldValues().data());
    }

    static void set(CasesRecord row, FieldValues values) {
        row.setFieldValues(JSONB.valueOf(values.written()));
    }

    /**
     * What is empty in one is filled from another; both are held, and stored by the caller.
     *
     * @param conversations those of the other, of which it is remembered that it came from them
     * @return which fields
     */
    UUID[] fill(CasesRecord from, CasesRecord to, Collection<UUID> conversations) {
        return fill(of(from).byField().keySet().stream().map(UUID::fromString).toList(), from, to, conversations);
    }

    /** The same of these fields alone. */
    UUID[] fill(Collection<UUID> fields, CasesRecord from, CasesRecord to, Collection<UUID> conversations) {
        FieldValues now = of(to);
        FieldValues source = of(from);
        UUID[] filled = fields.stream().filter(one -> now.of(new FieldId(one)).isEmpty() && !source.of(new FieldId(one)).isEmpty()).toArray(UUID[]::new);
        FieldValues all = now;
        for (UUID one : filled) all = all.with(new FieldId(one), source.of(new FieldId(one)));
        if (filled.length > 0) set(to, all);
        for (UUID one : filled) cameFrom(from, to, one, conversations);
        return filled;
    }

    /** Those, and those from which the other had it already. */
    private void cameFrom(CasesRecord from, CasesRecord to, UUID field, Collection<UUID> conversations) {
        Set<UUID> all = db.select(CASE_FIELD_FROM.CONVERSATION_ID).from(CASE_FIELD_FROM)
                .where(CASE_FIELD_FROM.CASE_ID.eq(from.getId())).and(CASE_FIELD_FROM.FIELD_ID.eq(field)).fetchSet(CASE_FIELD_FROM.CONVERSATION_ID);
        all.addAll(conversations);
        for (UUID one : all) db.insertInto(CASE_FIELD_FROM).values(to.getId(), field, one).onConflictDoNothing().execute();
    }

    /** The other way round: what stands there still as it came goes, what somebody wrote since stays. @return which fields went */
    Set<UUID> takeBack(UUID[] filled, CasesRecord from, CasesRecord to) {
        FieldValues source = of(from);
        FieldValues all = of(to);
        Set<UUID> taken = new LinkedHashSet<>();
        for (UUID one : filled) {
            FieldId field = new FieldId(one);
            if (!all.of(field).equals(source.of(field)) || !came(to.getId(), one)) continue;
            all = all.with(field, List.of());
            emptied(to.getId(), one);
            taken.add(one);
        }
        if (!taken.isEmpty()) set(to, all);
        return taken;
    }

    private boolean came(UUID caseId, UUID field) {
        return db.fetchExists(CASE_FIELD_FROM, CASE_FIELD_FROM.CASE_ID.eq(caseId).and(CASE_FIELD_FROM.FIELD_ID.eq(field)));
    }

    /** Nothing stands there any more that came from elsewhere. */
    void emptied(UUID caseId, UUID field) {
        db.deleteFrom(CASE_FIELD_FROM).where(CASE_FIELD_FROM.CASE_ID.eq(caseId)).and(CASE_FIELD_FROM.FIELD_ID.eq(field)).execute();
    }

    static Condition holds(FieldChosen chosen) {
        FieldValues wanted = new FieldValues(Map.of(chosen.field().toString(), List.of(chosen.value())));
        return FILLED.and(DSL.condition("{0} @> {1}", CASES.FIELD_VALUES, DSL.val(JSONB.valueOf(wanted.written()))));
    }

    @Override
    public boolean filled(FieldId field) {
        return db.fetchExists(CASES, FILLED.and(DSL.condition("jsonb_exists({0}, {1})", CASES.FIELD_VALUES, DSL.val(field.toString()))));
    }

    @Override
    public Set<String> results() {
        return Arrays.stream(Result.values()).map(Enum::name).collect(Collectors.toSet());
    }
}
