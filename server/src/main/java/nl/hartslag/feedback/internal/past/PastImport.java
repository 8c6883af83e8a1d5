package nl.hartslag.feedback.internal.past;

import static nl.hartslag.feedback.internal.db.Tables.DECISION;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.feedback.AskingRule;
import nl.hartslag.feedback.Feedback;
import nl.hartslag.feedback.PastAsking;
import nl.hartslag.feedback.internal.asking.AskingRules;
import nl.hartslag.feedback.internal.effects.KeptEffects;
import nl.hartslag.organisation.Organisation;
import org.jooq.DSLContext;
import org.jooq.UpdatableRecord;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class PastImport implements Feedback {
    private static final int CHUNK = 2_000;
    private final DSLContext db;
    private final AskingRules rules;
    private final Organisation organisation;
    private final PastDays days;
    private final KeptEffects effects;
    private final java.time.Clock clock;

    PastImport(DSLContext db, AskingRules rules, Organisation organisation, PastDays days, KeptEffects effects, java.time.Clock clock) {
        this.db = db;
        this.rules = rules;
        this.organisation = organisation;
        this.days = days;
        this.effects = effects;
        this.clock = clock;
    }

    @Override
    @Transactional
    public int importPast(List<PastAsking> past) {
        int stored = 0;
        for (int from = 0; from < past.size(); from += CHUNK) {
            stored += store(past.subList(from, Math.min(past.size(), from + CHUNK)));
        }
        return stored;
    }

    @Override
    @Transactional
    public void askBy(AskingRule rule) {
        rules.set(rule);
    }

    private int store(List<PastAsking> chunk) {
        Set<String> known = new HashSet<>();
        Set<UUID> cases = new HashSet<>();
        chunk.forEach(past -> cases.add(past.caseId().value()));
        db.select(DECISION.CASE_ID, DECISION.SOLVED_AT)
                .from(DECISION)
                .where(DECISION.CASE_ID.in(cases))
                .forEach(row -> known.add(row.value1() + "@" + row.value2()));
        PastRows rows = new PastRows(db, brand -> organisation.brand(brand).zone(), clock.instant());
        int stored = 0;
        for (PastAsking past : chunk) {
            if (!known.add(past.caseId() + "@" + past.solvedAt())) continue;
            rows.add(past);
            stored++;
        }
        insert(rows.decisions);
        insert(rows.invitations);
        insert(rows.responses);
        insert(rows.followUps);
        insert(rows.compliments);
        days.add(rows);
        effects.answered(rows.responses.stream().map(row -> row.getCustomerId()).toList());
        return stored;
    }

    private void insert(List<? extends UpdatableRecord<?>> records) {
        if (!records.isEmpty()) db.batchInsert(new ArrayList<>(records)).execute();
    }
}
