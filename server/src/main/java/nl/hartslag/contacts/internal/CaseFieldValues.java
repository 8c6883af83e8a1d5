package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CASES;

import java.util.Arrays;
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

    /** What is empty in one is filled from another; both are held, and stored by the caller. @return which fields */
    static UUID[] fill(CasesRecord from, CasesRecord to) {
        FieldValues now = of(to);
        FieldValues source = of(from);
        UUID[] filled = source.byField().keySet().stream().filter(one -> !now.byField().containsKey(one)).map(UUID::fromString).toArray(UUID[]::new);
        FieldValues all = now;
        for (UUID one : filled) all = all.with(new FieldId(one), source.of(new FieldId(one)));
        if (filled.length > 0) set(to, all);
        return filled;
    }

    /** The other way round: what stands there still as it came goes, what somebody wrote since stays. */
    static void takeBack(UUID[] filled, CasesRecord from, CasesRecord to) {
        FieldValues source = of(from);
        FieldValues all = of(to);
        for (UUID one : filled) {
            FieldId field = new FieldId(one);
            if (all.of(field).equals(source.of(field))) all = all.with(field, List.of());
        }
        if (filled.length > 0) set(to, all);
    }

    static Condition holds(FieldChosen chosen) {
        FieldValues wanted = new FieldValues(Map.of(chosen.field().toString(), List.of(chosen.value())));
        return CASES.FIELD_VALUES.ne(JSONB.valueOf("{}")).and(DSL.condition("{0} @> {1}", CASES.FIELD_VALUES, DSL.val(JSONB.valueOf(wanted.written()))));
    }

    @Override
    public boolean filled(FieldId field) {
        return db.fetchExists(CASES, CASES.FIELD_VALUES.ne(JSONB.valueOf("{}")).and(DSL.condition("jsonb_exists({0}, {1})", CASES.FIELD_VALUES, DSL.val(field.toString()))));
    }

    @Override
    public Set<String> results() {
        return Arrays.stream(Result.values()).map(Enum::name).collect(Collectors.toSet());
    }
}
