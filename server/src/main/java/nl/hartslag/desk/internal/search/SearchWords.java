package nl.hartslag.desk.internal.search;

import static nl.hartslag.desk.internal.db.Tables.CONVERSATION_ROW;
import static nl.hartslag.desk.internal.db.Tables.SEARCH_DUE;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Param;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the words of conversations for whoever looks for them later. */
@Component
class SearchWords {
    private static final int AT_ONCE = 100;
    private static final String NAMES = """
            select conversation_id, concat_ws(' ', case_number, customer_name) as names, subject from desk.conversation_row
            where conversation_id = any ({0})""";
    /** The newest first: of a very long one the end is what counts. */
    private static final String SAID = """
            select conversation_id, left(words, 100000) as words from contacts.shown_words
            where conversation_id = any ({0}) order by conversation_id, kind = 'file' desc, seq desc""";
    private static final String KEEP = """
            insert into desk.searched (conversation_id, words) values ({0}, {1}::tsvector)
            on conflict (conversation_id) do update set words = excluded.words""";
    private final DSLContext db;

    SearchWords(DSLContext db) {
        this.db = db;
    }

    /**
     * Some of those that are due. Their rows are held, so that what is erased meanwhile is not written after that; whatever somebody
     * else has in hand waits until the next time. @return how many were read
     */
    @Transactional
    public int some() {
        var due = db.select(SEARCH_DUE.ID, SEARCH_DUE.CONVERSATION_ID).from(SEARCH_DUE).orderBy(SEARCH_DUE.ID.desc()).limit(AT_ONCE).forUpdate().skipLocked().fetch();
        if (due.isEmpty()) return 0;
        UUID[] conversations = due.stream().map(row -> row.value2()).distinct().toArray(UUID[]::new);
        Set<UUID> held = new HashSet<>(db.select(CONVERSATION_ROW.CONVERSATION_ID).from(CONVERSATION_ROW)
                .where(CONVERSATION_ROW.CONVERSATION_ID.eq(DSL.any(conversations)))
                .orderBy(CONVERSATION_ROW.CONVERSATION_ID).forNoKeyUpdate().skipLocked().fetch(CONVERSATION_ROW.CONVERSATION_ID));
        read(held);
        List<Long> read = due.stream().filter(row -> held.contains(row.value2())).map(row -> row.value1()).toList();
        db.deleteFrom(SEARCH_DUE).where(SEARCH_DUE.ID.in(read)).execute();
        return held.size();
    }

    private void read(Set<UUID> conversations) {
        Param<UUID[]> these = DSL.val(conversations.toArray(UUID[]::new));
        Map<UUID, Document> documents = new HashMap<>();
        db.resultQuery(NAMES, these).forEach(row -> {
            Document document = new Document();
            document.add(row.get("names", String.class));
            document.add(row.get("subject", String.class));
            documents.put(row.get("conversation_id", UUID.class), document);
        });
        try (Stream<Record> said = db.resultQuery(SAID, these).fetchSize(500).stream()) {
            said.forEach(one -> {
                Document document = documents.get(one.get("conversation_id", UUID.class));
                if (document != null && !document.full()) document.add(one.get("words", String.class));
            });
        }
        db.batch(documents.entrySet().stream().map(one -> db.query(KEEP, DSL.val(one.getKey()), DSL.val(one.getValue().written()))).toList()).execute();
    }
}
