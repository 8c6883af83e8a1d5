package nl.hartslag.desk.internal.search;

import static nl.hartslag.desk.internal.db.Tables.CONVERSATION_ROW;
import static nl.hartslag.desk.internal.db.Tables.SEARCHED;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.desk.DeskRow.Piece;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Which conversations hold what is sought, and where in them. */
@Component
public class Search {
    private static final String NEWEST_SAID = """
            select said.conversation_id, said.words
            from unnest({0}::uuid[]) as wanted (id)
                cross join lateral (
                    select conversation_id, left(words, 20000) as words, kind = 'file' as file, seq from contacts.shown_words
                    where shown_words.conversation_id = wanted.id order by seq desc limit 60) said
            order by said.conversation_id, said.file, said.seq desc""";
    private final DSLContext db;
    private final Vocabulary vocabulary;

    Search(DSLContext db, Vocabulary vocabulary) {
        this.db = db;
        this.vocabulary = vocabulary;
    }

    /**
     * Empty when nothing was typed that can be found.
     *
     * @param seen conversations that may be read; a word that none of them holds is taken as mistyped
     */
    public Optional<Sought> sought(String typed, Condition seen) {
        return Sought.of(typed).map(sought -> sought.with(word -> held(word, seen) ? word : vocabulary.near(word).orElse(word)));
    }

    public static Condition holds(Field<UUID> conversation, Sought sought) {
        return conversation.in(DSL.select(SEARCHED.CONVERSATION_ID).from(SEARCHED).where(holds(sought)));
    }

    public static Condition holds(Sought sought) {
        return DSL.condition("{0} @@ {1}::tsquery", SEARCHED.WORDS, DSL.val(sought.query()));
    }

    /** What of each is shown for it; absent where only its subject or the name of its customer holds it. */
    public Map<UUID, List<Piece>> places(Collection<UUID> conversations, Sought sought) {
        Map<UUID, List<Piece>> found = new HashMap<>();
        Places places = new Places(sought);
        db.resultQuery(NEWEST_SAID, DSL.val(conversations.toArray(UUID[]::new))).forEach(said -> {
            UUID conversation = said.get(0, UUID.class);
            if (!found.containsKey(conversation)) places.in(said.get(1, String.class)).ifPresent(pieces -> found.put(conversation, pieces));
        });
        return found;
    }

    private boolean held(String word, Condition seen) {
        if (vocabulary.knows(word)) return true;
        Sought alone = new Sought(List.of(new Sought.Term(List.of(word), false, false)), null);
        return db.fetchExists(DSL.selectOne().from(SEARCHED).join(CONVERSATION_ROW).on(CONVERSATION_ROW.CONVERSATION_ID.eq(SEARCHED.CONVERSATION_ID))
                .where(holds(alone), seen));
    }
}
