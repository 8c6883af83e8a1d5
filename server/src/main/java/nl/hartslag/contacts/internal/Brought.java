package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CASE_CHANGE;
import static nl.hartslag.contacts.internal.db.Tables.CASE_CHANGE_CONTACT;
import static nl.hartslag.contacts.internal.db.Tables.CONTACT;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.hartslag.contacts.Cases.Kind;
import nl.hartslag.contacts.internal.CaseRows.Held;
import nl.hartslag.contacts.internal.db.tables.records.CaseChangeRecord;
import nl.hartslag.contacts.internal.db.tables.records.CasesRecord;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.CaseId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What a case has from those that were joined to it. Without one of them it is as if only the others had come. */
@Component
class Brought {
    private final DSLContext db;
    private final CaseFor caseFor;
    private final CaseFieldValues values;

    Brought(DSLContext db, CaseFor caseFor, CaseFieldValues values) {
        this.db = db;
        this.caseFor = caseFor;
        this.values = values;
    }

    /** @return the case that gets back what it gave, and those that stay joined to the same one: to be held for {@link #takeBack} */
    CaseId[] sources(CaseChangeRecord change) {
        return Stream.concat(Stream.of(change.getFromCase()), standing(change).stream().map(CaseChangeRecord::getFromCase)).map(CaseId::new).toArray(CaseId[]::new);
    }

    private List<CaseChangeRecord> standing(CaseChangeRecord change) {
        return db.selectFrom(CASE_CHANGE)
                .where(CASE_CHANGE.TO_CASE.eq(change.getToCase())).and(CASE_CHANGE.ID.ne(change.getId()))
                .and(CASE_CHANGE.KIND.eq(Rows.column(Kind.MERGED))).and(CASE_CHANGE.UNDONE_AT.isNull())
                .orderBy(CASE_CHANGE.AT, CASE_CHANGE.ID)
                .fetch();
    }

    /** Fields and for whom; stored by the caller. What the others had as well stays, and is theirs from now on. */
    void takeBack(Access access, CaseChangeRecord change, Held held) {
        CasesRecord from = held.cases().get(change.getFromCase());
        CasesRecord to = held.cases().get(change.getToCase());
        List<CaseChangeRecord> others = standing(change);
        if (!others.stream().allMatch(one -> held.cases().containsKey(one.getFromCase()))) throw Problem.of("cases/changed", 409);
        Set<UUID> taken = values.takeBack(change.getFilled(), from, to);
        for (CaseChangeRecord other : others) {
            UUID[] filled = values.fill(taken, held.cases().get(other.getFromCase()), to, conversations(other));
            if (filled.length == 0) continue;
            other.setFilled(Stream.of(other.getFilled(), filled).flatMap(Stream::of).distinct().toArray(UUID[]::new));
            other.update();
        }
        if (change.getTookFor()) forWhom(access, from, to, others, held);
    }

    private void forWhom(Access access, CasesRecord from, CasesRecord to, List<CaseChangeRecord> others, Held held) {
        // a rule joins in nobody's name, and says for nobody for whom a case is
        List<CaseChangeRecord> byPeople = others.stream().filter(one -> !one.getByRule()).toList();
        caseFor.takeBack(access, from, to, byPeople.stream().map(one -> held.cases().get(one.getFromCase())).toList())
                .ifPresent(next -> byPeople.stream().filter(one -> one.getFromCase().equals(next.getId())).forEach(one -> {
                    one.setTookFor(true);
                    one.update();
                }));
    }

    private List<UUID> conversations(CaseChangeRecord change) {
        return db.selectDistinct(CONTACT.CONVERSATION_ID).from(CASE_CHANGE_CONTACT).join(CONTACT).on(CONTACT.ID.eq(CASE_CHANGE_CONTACT.CONTACT_ID))
                .where(CASE_CHANGE_CONTACT.CHANGE_ID.eq(change.getId())).fetch(CONTACT.CONVERSATION_ID);
    }
}
