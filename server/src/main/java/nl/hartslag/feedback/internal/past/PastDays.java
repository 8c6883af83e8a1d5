package nl.hartslag.feedback.internal.past;

import static nl.hartslag.feedback.internal.db.Tables.ASKING_DAY;
import static nl.hartslag.feedback.internal.db.Tables.SCORE_DAY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds past answers to the daily figures, summed before they are stored. */
@Component
class PastDays {
    private final DSLContext db;

    PastDays(DSLContext db) {
        this.db = db;
    }

    private record Corner(
            LocalDate day,
            UUID brand,
            @Nullable UUID partner,
            String channel,
            @Nullable UUID queue,
            @Nullable UUID team,
            @Nullable String country,
            int score) {}

    private record Step(LocalDate day, UUID brand, @Nullable UUID partner, @Nullable UUID queue, String step) {}

    void add(PastRows rows) {
        Map<Corner, Integer> corners = new HashMap<>();
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
            corners.merge(
                    new Corner(row.getDay(), row.getBrandId(), row.getPartnerId(), row.getChannel(), row.getQueueId(),
                            row.getTeamId(), row.getCountry(), row.getScore()), 1, Integer::sum);
        });
        List<Query> queries = new ArrayList<>();
        corners.forEach((corner, number) -> queries.add(upsert(corner, number)));
        steps.forEach((step, number) -> queries.add(upsert(step, number)));
        if (!queries.isEmpty()) db.batch(queries).execute();
    }

    private Query upsert(Corner at, int number) {
        return db.insertInto(SCORE_DAY)
                .set(SCORE_DAY.DAY, at.day())
                .set(SCORE_DAY.BRAND_ID, at.brand())
                .set(SCORE_DAY.PARTNER_ID, at.partner())
                .set(SCORE_DAY.CHANNEL, at.channel())
                .set(SCORE_DAY.QUEUE_ID, at.queue())
                .set(SCORE_DAY.TEAM_ID, at.team())
                .set(SCORE_DAY.COUNTRY, at.country())
                .set(SCORE_DAY.SCORE, at.score())
                .set(SCORE_DAY.ANSWERS, number)
                .onConflict(SCORE_DAY.BRAND_ID, SCORE_DAY.DAY, SCORE_DAY.CHANNEL, SCORE_DAY.QUEUE_ID, SCORE_DAY.TEAM_ID,
                        SCORE_DAY.COUNTRY, SCORE_DAY.PARTNER_ID, SCORE_DAY.SCORE)
                .doUpdate()
                .set(SCORE_DAY.ANSWERS, SCORE_DAY.ANSWERS.plus(DSL.excluded(SCORE_DAY.ANSWERS)));
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
