package nl.hartslag.assistant.internal;

import static nl.hartslag.assistant.internal.db.Tables.LEARNED;
import static nl.hartslag.assistant.internal.db.Tables.MODEL;
import static nl.hartslag.assistant.internal.db.Tables.QUEUE_REASON;
import static nl.hartslag.assistant.internal.db.Tables.REASON;
import static nl.hartslag.assistant.internal.db.Tables.REASON_WORD;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.assistant.internal.Told.One;
import nl.hartslag.assistant.internal.db.tables.records.LearnedRecord;
import nl.hartslag.shared.ReasonId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The counts of a brand. Whoever changes them holds its model, so that they never wait for each other in a circle. */
@Component
class WordCounts {
    private final DSLContext db;

    WordCounts(DSLContext db) {
        this.db = db;
    }

    /** Brings what is learned from these contacts of one brand to how they stand now; the same again changes nothing. */
    void learn(UUID brand, List<One> told) {
        hold(brand);
        Map<UUID, LearnedRecord> before = db.selectFrom(LEARNED).where(LEARNED.CONTACT_ID.in(told.stream().map(One::contact).toList()))
                .fetchMap(LEARNED.CONTACT_ID);
        List<One> forget = new ArrayList<>();
        List<One> learn = new ArrayList<>();
        for (One one : told) {
            LearnedRecord known = before.get(one.contact());
            boolean teaches = one.reason() != null && !one.words().isEmpty();
            if (known != null && teaches && known.getReasonId().equals(one.reason())) continue;
            if (known != null) forget.add(new One(one.contact(), brand, known.getQueueId(), known.getReasonId(), new HashSet<>(Arrays.asList(known.getWords()))));
            if (teaches) learn.add(one);
        }
        count(brand, forget, -1);
        count(brand, learn, 1);
        db.deleteFrom(LEARNED).where(LEARNED.CONTACT_ID.in(forget.stream().map(One::contact).toList())).execute();
        db.batchInsert(learn.stream().map(one -> new LearnedRecord(one.contact(), brand, one.reason(), one.queue(), one.words().toArray(Long[]::new))).toList()).execute();
    }

    private void hold(UUID brand) {
        db.insertInto(MODEL).set(MODEL.BRAND_ID, brand).onConflictDoNothing().execute();
        db.select(MODEL.BRAND_ID).from(MODEL).where(MODEL.BRAND_ID.eq(brand)).forUpdate().fetch();
    }

    private void count(UUID brand, List<One> contacts, int sign) {
        if (contacts.isEmpty()) return;
        Map<UUID, Map<Long, Integer>> words = new HashMap<>();
        Map<UUID, Integer> reasons = new HashMap<>();
        Map<List<UUID>, Integer> queues = new HashMap<>();
        Set<Long> different = new HashSet<>();
        for (One one : contacts) {
            reasons.merge(one.reason(), sign, Integer::sum);
            if (one.queue() != null) queues.merge(List.of(one.queue(), one.reason()), sign, Integer::sum);
            Map<Long, Integer> ofReason = words.computeIfAbsent(one.reason(), reason -> new HashMap<>());
            one.words().forEach(word -> ofReason.merge(word, sign, Integer::sum));
            different.addAll(one.words());
        }
        int known = known(brand, different);
        words.forEach((reason, counts) -> words(brand, reason, counts));
        reasons.forEach((reason, number) -> reason(brand, reason, number, words.get(reason).values().stream().mapToInt(Integer::intValue).sum()));
        queues.forEach((key, number) -> queue(brand, key.get(0), key.get(1), number));
        db.update(MODEL)
                .set(MODEL.CONTACTS, MODEL.CONTACTS.plus(sign * contacts.size()))
                .set(MODEL.WORDS, MODEL.WORDS.plus(known(brand, different) - known))
                .where(MODEL.BRAND_ID.eq(brand))
                .execute();
    }

    private int known(UUID brand, Set<Long> words) {
        return db.select(DSL.countDistinct(REASON_WORD.WORD)).from(REASON_WORD)
                .where(REASON_WORD.BRAND_ID.eq(brand)).and(anyOf(words)).fetchSingle().value1();
    }

    private void words(UUID brand, UUID reason, Map<Long, Integer> counts) {
        Long[] words = counts.keySet().toArray(Long[]::new);
        Integer[] numbers = Arrays.stream(words).map(counts::get).toArray(Integer[]::new);
        db.execute("""
                insert into assistant.reason_word (brand_id, word, reason_id, contacts)
                select {0}, counted.word, {1}, counted.number from unnest({2}::bigint[], {3}::int[]) as counted (word, number)
                on conflict (brand_id, word, reason_id) do update set contacts = reason_word.contacts + excluded.contacts""",
                DSL.val(brand), DSL.val(reason), DSL.val(words), DSL.val(numbers));
        db.deleteFrom(REASON_WORD)
                .where(REASON_WORD.BRAND_ID.eq(brand)).and(REASON_WORD.REASON_ID.eq(reason)).and(anyOf(counts.keySet())).and(REASON_WORD.CONTACTS.le(0))
                .execute();
    }

    private void reason(UUID brand, UUID reason, int contacts, int words) {
        db.insertInto(REASON).values(brand, reason, contacts, words)
                .onConflict(REASON.BRAND_ID, REASON.REASON_ID).doUpdate()
                .set(REASON.CONTACTS, REASON.CONTACTS.plus(contacts))
                .set(REASON.WORDS, REASON.WORDS.plus(words))
                .execute();
    }

    private void queue(UUID brand, UUID queue, UUID reason, int contacts) {
        db.insertInto(QUEUE_REASON).values(brand, queue, reason, contacts)
                .onConflict(QUEUE_REASON.BRAND_ID, QUEUE_REASON.QUEUE_ID, QUEUE_REASON.REASON_ID).doUpdate()
                .set(QUEUE_REASON.CONTACTS, QUEUE_REASON.CONTACTS.plus(contacts))
                .execute();
    }

    int contacts(UUID brand) {
        return db.select(MODEL.CONTACTS).from(MODEL).where(MODEL.BRAND_ID.eq(brand)).fetchOptional(MODEL.CONTACTS).orElse(0);
    }

    ReasonModel model(UUID brand, @Nullable UUID queue) {
        var row = db.selectFrom(MODEL).where(MODEL.BRAND_ID.eq(brand)).fetchOne();
        if (row == null) return new ReasonModel(0, 0, Map.of(), Map.of());
        Map<ReasonId, ReasonModel.Of> reasons = new HashMap<>();
        db.selectFrom(REASON).where(REASON.BRAND_ID.eq(brand)).and(REASON.CONTACTS.gt(0))
                .forEach(one -> reasons.put(new ReasonId(one.getReasonId()), new ReasonModel.Of(one.getContacts(), one.getWords())));
        Map<ReasonId, Integer> inQueue = new HashMap<>();
        if (queue != null) {
            db.selectFrom(QUEUE_REASON).where(QUEUE_REASON.BRAND_ID.eq(brand)).and(QUEUE_REASON.QUEUE_ID.eq(queue))
                    .forEach(one -> inQueue.put(new ReasonId(one.getReasonId()), one.getContacts()));
        }
        return new ReasonModel(row.getContacts(), row.getWords(), reasons, inQueue);
    }

    /** Of the words that are known: in how many contacts of each reason they were. */
    List<Map<ReasonId, Integer>> seen(UUID brand, Collection<Long> words) {
        Map<Long, Map<ReasonId, Integer>> seen = new HashMap<>();
        db.selectFrom(REASON_WORD).where(REASON_WORD.BRAND_ID.eq(brand)).and(anyOf(words)).forEach(row -> seen
                .computeIfAbsent(row.getWord(), word -> new HashMap<>())
                .put(new ReasonId(row.getReasonId()), row.getContacts()));
        return List.copyOf(seen.values());
    }

    private static Condition anyOf(Collection<Long> words) {
        return REASON_WORD.WORD.eq(DSL.any(words.toArray(Long[]::new)));
    }
}
