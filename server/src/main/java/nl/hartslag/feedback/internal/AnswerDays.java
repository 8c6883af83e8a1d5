package nl.hartslag.feedback.internal;

import static nl.hartslag.feedback.internal.db.Tables.ANSWER_CORNER;
import static nl.hartslag.feedback.internal.db.Tables.ANSWER_DAY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.hartslag.feedback.internal.db.tables.records.AnswerDayRecord;
import nl.hartslag.feedback.internal.db.tables.records.ResponseRecord;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers per day and corner, kept in the transaction of the answer, so that Listen never counts over history. */
@Component
public class AnswerDays {
    /** How many answered 0 to 10, by that score. */
    private static final List<TableField<AnswerDayRecord, Integer>> SCORES = List.of(
            ANSWER_DAY.S0, ANSWER_DAY.S1, ANSWER_DAY.S2, ANSWER_DAY.S3, ANSWER_DAY.S4, ANSWER_DAY.S5, ANSWER_DAY.S6,
            ANSWER_DAY.S7, ANSWER_DAY.S8, ANSWER_DAY.S9, ANSWER_DAY.S10);

    private final DSLContext db;

    AnswerDays(DSLContext db) {
        this.db = db;
    }

    /** Where an answer belongs. */
    public record Corner(
            LocalDate day,
            UUID brand,
            @Nullable UUID partner,
            String channel,
            @Nullable UUID queue,
            @Nullable UUID team,
            @Nullable String country) {
        public static Corner of(ResponseRecord response) {
            return new Corner(response.getDay(), response.getBrandId(), response.getPartnerId(), response.getChannel(),
                    response.getQueueId(), response.getTeamId(), response.getCountry());
        }
    }

    public void add(ResponseRecord response, int score) {
        Corner corner = Corner.of(response);
        occurs(corner).execute();
        change(corner, score, 1).execute();
    }

    public void takeAway(ResponseRecord response, int score) {
        change(Corner.of(response), score, -1).execute();
    }

    private Query change(Corner corner, int score, int by) {
        int[] numbers = new int[11];
        numbers[score] = by;
        return addition(corner, numbers);
    }

    /** Remembers that there are answers in this corner; writes at most once per corner and day. */
    public Query occurs(Corner at) {
        return db.insertInto(ANSWER_CORNER)
                .set(ANSWER_CORNER.BRAND_ID, at.brand())
                .set(ANSWER_CORNER.PARTNER_ID, at.partner())
                .set(ANSWER_CORNER.CHANNEL, at.channel())
                .set(ANSWER_CORNER.QUEUE_ID, at.queue())
                .set(ANSWER_CORNER.TEAM_ID, at.team())
                .set(ANSWER_CORNER.COUNTRY, at.country())
                .set(ANSWER_CORNER.FIRST_DAY, at.day())
                .set(ANSWER_CORNER.LAST_DAY, at.day())
                .onConflict(ANSWER_CORNER.BRAND_ID, ANSWER_CORNER.CHANNEL, ANSWER_CORNER.QUEUE_ID, ANSWER_CORNER.TEAM_ID,
                        ANSWER_CORNER.COUNTRY, ANSWER_CORNER.PARTNER_ID)
                .doUpdate()
                .set(ANSWER_CORNER.FIRST_DAY, DSL.least(ANSWER_CORNER.FIRST_DAY, DSL.excluded(ANSWER_CORNER.FIRST_DAY)))
                .set(ANSWER_CORNER.LAST_DAY, DSL.greatest(ANSWER_CORNER.LAST_DAY, DSL.excluded(ANSWER_CORNER.LAST_DAY)))
                .where(ANSWER_CORNER.FIRST_DAY.gt(at.day()).or(ANSWER_CORNER.LAST_DAY.lt(at.day())));
    }

    /** @param numbers for the scores 0 to 10 */
    public Query addition(Corner at, int[] numbers) {
        AnswerDayRecord row = new AnswerDayRecord();
        row.setDay(at.day());
        row.setBrandId(at.brand());
        row.setPartnerId(at.partner());
        row.setChannel(at.channel());
        row.setQueueId(at.queue());
        row.setTeamId(at.team());
        row.setCountry(at.country());
        for (int score = 0; score <= 10; score++) row.set(SCORES.get(score), numbers[score]);
        var insert = db.insertInto(ANSWER_DAY)
                .set(row)
                .onConflict(ANSWER_DAY.BRAND_ID, ANSWER_DAY.DAY, ANSWER_DAY.CHANNEL, ANSWER_DAY.QUEUE_ID, ANSWER_DAY.TEAM_ID,
                        ANSWER_DAY.COUNTRY, ANSWER_DAY.PARTNER_ID)
                .doUpdate();
        var update = insert.set(SCORES.getFirst(), SCORES.getFirst().plus(DSL.excluded(SCORES.getFirst())));
        for (var score : SCORES.subList(1, 11)) update = update.set(score, score.plus(DSL.excluded(score)));
        return update;
    }

    /** The sums over the chosen rows, for the scores 0 to 10; empty sums are zero. */
    public static List<Field<Long>> sums() {
        List<Field<Long>> sums = new ArrayList<>();
        for (var score : SCORES) sums.add(DSL.coalesce(DSL.sum(score), DSL.inline(0)).cast(Long.class));
        return sums;
    }

    /** Reads the eleven sums out of a row. */
    public static long[] histogram(org.jooq.Record row, List<Field<Long>> sums) {
        long[] histogram = new long[11];
        Arrays.setAll(histogram, score -> row.get(sums.get(score)));
        return histogram;
    }
}
