package nl.hartslag.feedback.internal.past;

import static nl.hartslag.feedback.internal.db.Tables.ASKING_DAY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.hartslag.feedback.internal.AnswerDays;
import nl.hartslag.feedback.internal.AnswerDays.Corner;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds past answers to the daily figures, summed before they are stored. */
@Component
class PastDays {
    private final DSLContext db;
    private final AnswerDays answers;

    PastDays(DSLContext db, AnswerDays answers) {
        this.db = db;
        this.answers = answers;
    }

    private record Step(LocalDate day, UUID brand, @Nullable UUID partner, @Nullable UUID queue, String step) {}

    void add(PastRows rows) {
        Map<Corner, int[]> corners = new HashMap<>();
        Map<Step, Integer> steps = new HashMap<>();
        Map<UUID, LocalDate> sent = new HashMap<>();
        rows.decisions.forEach(row -> steps.merge(
                new Step(rows.day(row.getBrandId(), row.getDecidedAt()), row.getBrandId(), row.getPartnerId(),
                        row.getQueueId(), row.getOutcome()), 1, Integer::sum));
        rows.invitations.forEach(row -> {
            LocalDate day = rows.day(row.getBrandId(), row.getSentAt());
            sent.put(row.getId(), day);
            steps.merge(new Step(day, row.getBrandId(), row.getPartnerId(), row.getQueueId(), "SENT"), 1, Integer::sum);
        });
        rows.responses.forEach(row -> {
            LocalDate day = sent.get(row.getInvitationId());
            steps.merge(new Step(day, row.getBrandId(), row.getPartnerId(), row.getQueueId(), "ANSWERED"), 1, Integer::sum);
            corners.computeIfAbsent(Corner.of(row), _ -> new int[11])[row.getScore()]++;
        });
        List<Query> queries = new ArrayList<>();
        corners.forEach((corner, numbers) -> {
            queries.add(answers.occurs(corner));
            queries.add(answers.addition(corner, numbers));
        });
        steps.forEach((step, number) -> queries.add(upsert(step, number)));
        if (!queries.isEmpty()) db.batch(queries).execute();
    }

    private Query upsert(Step at, int number) {
        return db.insertInto(ASKING_DAY)
                .set(ASKING_DAY.DAY, at.day())
                .set(ASKING_DAY.BRAND_ID, at.brand())
                .set(ASKING_DAY.PARTNER_ID, at.partner())
                .set(ASKING_DAY.QUEUE_ID, at.queue())
                .set(ASKING_DAY.STEP, at.step())
                .set(ASKING_DAY.NUMBER, number)
                .onConflict(ASKING_DAY.BRAND_ID, ASKING_DAY.DAY, ASKING_DAY.QUEUE_ID, ASKING_DAY.PARTNER_ID, ASKING_DAY.STEP)
                .doUpdate()
                .set(ASKING_DAY.NUMBER, ASKING_DAY.NUMBER.plus(DSL.excluded(ASKING_DAY.NUMBER)));
    }
}
