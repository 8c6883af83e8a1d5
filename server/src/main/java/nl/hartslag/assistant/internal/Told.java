package nl.hartslag.assistant.internal;

import static nl.hartslag.contacts.shown.Tables.SHOWN_TOLD;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What customers told in contacts, as fingerprints of the stems of their words, and as what it was registered. */
@Component
class Told {
    private static final int MOST_WORDS = 300;
    /** The stems by PostgreSQL's own dictionaries, which leave out the words that say nothing. */
    private static final Field<String[]> STEMS = DSL.field(
            "tsvector_to_array(to_tsvector(case when {0} = 'en' then 'english' else 'dutch' end::regconfig, {1}))",
            SQLDataType.VARCHAR.array(), SHOWN_TOLD.LANGUAGE, SHOWN_TOLD.TOLD);

    private final DSLContext db;

    Told(DSLContext db) {
        this.db = db;
    }

    /** @param reason that can be learned from; absent while the contact goes on, or when there is nothing to learn */
    record One(UUID contact, UUID brand, @Nullable UUID queue, @Nullable UUID reason, Set<Long> words) {}

    Optional<One> of(UUID contact) {
        return read(SHOWN_TOLD.CONTACT_ID.eq(contact)).stream().findFirst();
    }

    List<One> ofConversations(UUID brand, List<UUID> conversations) {
        return read(SHOWN_TOLD.BRAND_ID.eq(brand).and(SHOWN_TOLD.CONVERSATION_ID.in(conversations)));
    }

    Set<UUID> brands(List<UUID> conversations) {
        return db.selectDistinct(SHOWN_TOLD.BRAND_ID).from(SHOWN_TOLD).where(SHOWN_TOLD.CONVERSATION_ID.in(conversations)).fetchSet(SHOWN_TOLD.BRAND_ID);
    }

    private List<One> read(Condition which) {
        return db.select(SHOWN_TOLD.CONTACT_ID, SHOWN_TOLD.BRAND_ID, SHOWN_TOLD.QUEUE_ID, SHOWN_TOLD.REASON_ID, SHOWN_TOLD.STATE, SHOWN_TOLD.RESULT, STEMS)
                .from(SHOWN_TOLD)
                .where(which)
                .fetch(row -> {
                    boolean registered = row.get(SHOWN_TOLD.STATE).equals("ended") && !"spam".equals(row.get(SHOWN_TOLD.RESULT));
                    return new One(row.get(SHOWN_TOLD.CONTACT_ID), row.get(SHOWN_TOLD.BRAND_ID), row.get(SHOWN_TOLD.QUEUE_ID),
                            registered ? row.get(SHOWN_TOLD.REASON_ID) : null, fingerprints(row.get(STEMS)));
                });
    }

    /** Numbers, addresses and the like belong to one customer and are left out. */
    private static Set<Long> fingerprints(String @Nullable [] stems) {
        if (stems == null) return Set.of();
        return Arrays.stream(stems)
                .filter(stem -> stem.length() > 1 && stem.length() < 25 && stem.chars().allMatch(Character::isLetter))
                .limit(MOST_WORDS)
                .map(Told::fingerprint)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static long fingerprint(String stem) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(stem.getBytes(StandardCharsets.UTF_8))).getLong();
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
