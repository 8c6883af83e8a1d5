package nl.hartslag.feedback.internal.listen;

import static nl.hartslag.feedback.internal.db.Tables.RESPONSE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.feedback.Listen.Filter;
import nl.hartslag.feedback.Listen.Words;
import nl.hartslag.feedback.internal.Cursor;
import nl.hartslag.feedback.internal.Scope;
import nl.hartslag.feedback.internal.WordSearch;
import nl.hartslag.feedback.internal.db.tables.records.ResponseRecord;
import nl.hartslag.platform.security.Access;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what customers wrote, newest first, in a time that does not grow with history. */
@Component
class Remarks {
    /** Remarks tried one by one before the word index is asked: a word that many use is found among these. */
    private static final int TRIED = 1_000;

    private final DSLContext db;

    Remarks(DSLContext db) {
        this.db = db;
    }

    List<ResponseRecord> find(Access access, Filter filter, Words words, @Nullable String cursor, int limit) {
        // the right plan depends on the period and the words, so each question gets a plan of its own
        db.execute("set local plan_cache_mode = force_custom_plan");
        Condition fitting = fitting(access, filter, words).and(Cursor.before(Cursor.read(cursor), RESPONSE.ANSWERED_AT, RESPONSE.ID));
        Optional<Condition> search = words.search().flatMap(WordSearch::in);
        List<UUID> ids = search.map(said -> searched(fitting, said, limit)).orElseGet(() -> newest(fitting, limit));
        return db.selectFrom(RESPONSE)
                .where(RESPONSE.ID.in(ids))
                .orderBy(RESPONSE.ANSWERED_AT.desc(), RESPONSE.ID.desc())
                .fetch();
    }

    /** Reads the index alone, so only columns that stand in it. */
    private List<UUID> newest(Condition fitting, int limit) {
        return db.select(RESPONSE.ID)
                .from(RESPONSE)
                .where(fitting)
                .orderBy(RESPONSE.ANSWERED_AT.desc(), RESPONSE.ID.desc())
                .limit(limit)
                .fetch(RESPONSE.ID);
    }

    private List<UUID> searched(Condition fitting, Condition said, int limit) {
        List<UUID> tried = newest(fitting, TRIED);
        List<UUID> found = first(db.select(RESPONSE.ID, RESPONSE.ANSWERED_AT).from(RESPONSE).where(RESPONSE.ID.in(tried)).and(said), limit);
        if (found.size() == limit || tried.size() < TRIED) return found;
        return first(db.select(RESPONSE.ID, RESPONSE.ANSWERED_AT).from(RESPONSE).where(fitting).and(said), limit);
    }

    /** What fits is gathered before it is put in order: else the database may walk through history for a word nobody used. */
    private List<UUID> first(Select<Record2<UUID, Instant>> hits, int limit) {
        var gathered = DSL.name("gathered").asMaterialized(hits);
        return db.with(gathered)
                .select(gathered.field(RESPONSE.ID))
                .from(gathered)
                .orderBy(gathered.field(RESPONSE.ANSWERED_AT).desc(), gathered.field(RESPONSE.ID).desc())
                .limit(limit)
                .fetch(gathered.field(RESPONSE.ID));
    }

    private static Condition fitting(Access access, Filter filter, Words words) {
        return Scope.of(access, filter.brand(), RESPONSE.BRAND_ID, RESPONSE.PARTNER_ID)
                .and(RESPONSE.WHY.isNotNull())
                .and(RESPONSE.DAY.between(filter.from(), filter.to()))
                // the same days as instants, wide enough for every zone: this is what the index is ordered by
                .and(RESPONSE.ANSWERED_AT.ge(midnight(filter.from().minusDays(1))))
                .and(RESPONSE.ANSWERED_AT.lt(midnight(filter.to().plusDays(2))))
                .and(filter.channel().map(RESPONSE.CHANNEL::eq).orElseGet(DSL::noCondition))
                .and(filter.queue().map(id -> RESPONSE.QUEUE_ID.eq(id.value())).orElseGet(DSL::noCondition))
                .and(filter.team().map(id -> RESPONSE.TEAM_ID.eq(id.value())).orElseGet(DSL::noCondition))
                .and(filter.country().map(RESPONSE.COUNTRY::eq).orElseGet(DSL::noCondition))
                .and(words.scoreFrom().map(RESPONSE.SCORE::ge).orElseGet(DSL::noCondition))
                .and(words.scoreTo().map(RESPONSE.SCORE::le).orElseGet(DSL::noCondition))
                .and(words.emotion().map(each -> RESPONSE.EMOTION.eq(each.key())).orElseGet(DSL::noCondition));
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
