package nl.hartslag.feedback.internal.answers;

import static nl.hartslag.feedback.internal.db.Tables.SCORE_DAY;

import nl.hartslag.feedback.internal.db.tables.records.ResponseRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Answers per day and corner, kept in the transaction of the answer, so that Listen never counts over history. */
@Component
public class ScoreDays {
    private final DSLContext db;

    ScoreDays(DSLContext db) {
        this.db = db;
    }

    void add(ResponseRecord response, int score) {
        change(response, score, 1);
    }

    void takeAway(ResponseRecord response, int score) {
        change(response, score, -1);
    }

    private void change(ResponseRecord response, int score, int by) {
        db.insertInto(SCORE_DAY)
                .set(SCORE_DAY.DAY, response.getDay())
                .set(SCORE_DAY.BRAND_ID, response.getBrandId())
                .set(SCORE_DAY.PARTNER_ID, response.getPartnerId())
                .set(SCORE_DAY.CHANNEL, response.getChannel())
                .set(SCORE_DAY.QUEUE_ID, response.getQueueId())
                .set(SCORE_DAY.TEAM_ID, response.getTeamId())
                .set(SCORE_DAY.COUNTRY, response.getCountry())
                .set(SCORE_DAY.SCORE, score)
                .set(SCORE_DAY.ANSWERS, by)
                .onConflict(
                        SCORE_DAY.BRAND_ID,
                        SCORE_DAY.DAY,
                        SCORE_DAY.CHANNEL,
                        SCORE_DAY.QUEUE_ID,
                        SCORE_DAY.TEAM_ID,
                        SCORE_DAY.COUNTRY,
                        SCORE_DAY.PARTNER_ID,
                        SCORE_DAY.SCORE)
                .doUpdate()
                .set(SCORE_DAY.ANSWERS, SCORE_DAY.ANSWERS.plus(by))
                .execute();
    }
}
