package nl.hartslag.contacts.internal.erasing;

import static nl.hartslag.contacts.internal.db.Tables.CASES;
import static nl.hartslag.contacts.internal.db.Tables.CASE_FIELD_FROM;
import static nl.hartslag.contacts.internal.db.Tables.CONTACT;
import static nl.hartslag.contacts.internal.db.Tables.CONVERSATION;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.hartslag.contacts.internal.db.tables.records.CasesRecord;
import nl.hartslag.organisation.FieldValues;
import nl.hartslag.shared.FieldId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.SelectForUpdateStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What was filled in of cases, and what of it went on to others by a join. Every answer is how many fields were emptied, or are to be. */
@Component
class FilledIn {
    private static final JSONB NOTHING = JSONB.valueOf("{}");
    private final DSLContext db;

    FilledIn(DSLContext db) {
        this.db = db;
    }

    /** What goes with the last of the conversations of a case, also where it stands in cases that were joined to it. */
    int ofWhole(Collection<UUID> conversations) {
        Condition leftOver = CONVERSATION.ERASED_AT.isNull().and(CONVERSATION.ID.notIn(conversations));
        var more = CONTACT.as("more");
        return empty(withJoined(casesOf(conversations), DSL.notExists(DSL.selectOne().from(more).join(CONVERSATION).on(CONVERSATION.ID.eq(more.CONVERSATION_ID))
                .where(more.CASE_ID.eq(CASES.ID)).and(leftOver))));
    }

    /** What goes with a customer whose conversations these are: of any case that they are of, and what came from them into others. */
    int of(Collection<UUID> conversations) {
        return empty(withJoined(casesOf(conversations), DSL.noCondition())) + takeFromOthers(conversations);
    }

    /** Of the cases that are this customer's. */
    int of(UUID customer) {
        return empty(db.select(CASES.ID).from(CASES).where(CASES.CUSTOMER_ID.eq(customer)).fetchSet(CASES.ID));
    }

    /** What the two would empty together. */
    int expected(UUID customer, Collection<UUID> conversations) {
        Set<UUID> whole = withJoined(casesOf(conversations), DSL.noCondition());
        whole.addAll(db.select(CASES.ID).from(CASES).where(CASES.CUSTOMER_ID.eq(customer)).fetchSet(CASES.ID));
        Map<UUID, Set<UUID>> others = cameFrom(conversations);
        others.keySet().removeAll(whole);
        int some = filled(others.keySet()).stream().mapToInt(row -> held(row, others.get(row.getId())).size()).sum();
        return some + filled(whole).stream().mapToInt(FilledIn::number).sum();
    }

    private Set<UUID> casesOf(Collection<UUID> conversations) {
        return db.selectDistinct(CONTACT.CASE_ID).from(CONTACT).where(CONTACT.CONVERSATION_ID.in(conversations)).fetchSet(CONTACT.CASE_ID);
    }

    private Set<UUID> withJoined(Collection<UUID> cases, Condition which) {
        Set<UUID> all = new HashSet<>();
        Collection<UUID> next = db.select(CASES.ID).from(CASES).where(CASES.ID.in(cases)).and(which).fetch(CASES.ID);
        while (all.addAll(next)) next = db.select(CASES.ID).from(CASES).where(CASES.MERGED_INTO.in(next)).fetch(CASES.ID);
        return all;
    }

    private int empty(Collection<UUID> cases) {
        // held, so that nothing is filled in meanwhile that would stay
        List<CasesRecord> filled = filled(cases).forNoKeyUpdate().fetch();
        db.update(CASES).set(CASES.FIELD_VALUES, NOTHING).where(CASES.ID.in(filled.stream().map(CasesRecord::getId).toList())).execute();
        db.deleteFrom(CASE_FIELD_FROM).where(CASE_FIELD_FROM.CASE_ID.in(cases)).execute();
        return filled.stream().mapToInt(FilledIn::number).sum();
    }

    private int takeFromOthers(Collection<UUID> conversations) {
        Map<UUID, Set<UUID>> came = cameFrom(conversations);
        int taken = 0;
        for (CasesRecord row : filled(came.keySet()).forNoKeyUpdate().fetch()) {
            List<FieldId> held = held(row, came.get(row.getId()));
            FieldValues left = values(row);
            for (FieldId field : held) left = left.with(field, List.of());
            db.update(CASES).set(CASES.FIELD_VALUES, JSONB.valueOf(left.written())).where(CASES.ID.eq(row.getId())).execute();
            taken += held.size();
        }
        came.forEach((id, fields) -> db.deleteFrom(CASE_FIELD_FROM).where(CASE_FIELD_FROM.CASE_ID.eq(id)).and(CASE_FIELD_FROM.FIELD_ID.in(fields)).execute());
        return taken;
    }

    private Map<UUID, Set<UUID>> cameFrom(Collection<UUID> conversations) {
        return db.select(CASE_FIELD_FROM.CASE_ID, CASE_FIELD_FROM.FIELD_ID).from(CASE_FIELD_FROM).where(CASE_FIELD_FROM.CONVERSATION_ID.in(conversations))
                .collect(Collectors.groupingBy(row -> row.value1(), Collectors.mapping(row -> row.value2(), Collectors.toSet())));
    }

    private SelectForUpdateStep<CasesRecord> filled(Collection<UUID> cases) {
        return db.selectFrom(CASES).where(CASES.ID.in(cases)).and(CASES.FIELD_VALUES.ne(DSL.inline(NOTHING))).orderBy(CASES.ID);
    }

    private static List<FieldId> held(CasesRecord row, Collection<UUID> fields) {
        return fields.stream().map(FieldId::new).filter(field -> !values(row).of(field).isEmpty()).toList();
    }

    private static int number(CasesRecord row) {
        return values(row).byField().size();
    }

    private static FieldValues values(CasesRecord row) {
        return FieldValues.read(row.getFieldValues().data());
    }
}
