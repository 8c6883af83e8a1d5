package nl.hartslag.platform.idempotency;

import static nl.hartslag.platform.internal.db.Tables.IDEMPOTENCY;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.hartslag.platform.internal.db.tables.records.IdempotencyRecord;
import nl.hartslag.platform.privacy.Counts;
import nl.hartslag.platform.privacy.PersonalData;
import nl.hartslag.platform.privacy.Traces;
import nl.hartslag.platform.privacy.Words;
import nl.hartslag.platform.secrets.Secrets;
import org.jooq.DSLContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers of the past day, kept so that a command is done once: those about the person go, and that it was done stays. */
@Component
@Order(61)
class KeptAnswers implements PersonalData {
    private final DSLContext db;
    private final Secrets secrets;
    private final JsonMapper json;

    KeptAnswers(DSLContext db, Secrets secrets, JsonMapper json) {
        this.db = db;
        this.secrets = secrets;
        this.json = json;
    }

    @Override
    public Map<String, Integer> find(Traces person) {
        return new Counts().add("command-answers", about(person).size()).all();
    }

    @Override
    public Map<String, Integer> erase(Traces person) {
        List<IdempotencyRecord> rows = about(person);
        rows.forEach(row -> db.update(IDEMPOTENCY).setNull(IDEMPOTENCY.ANSWER)
                .where(IDEMPOTENCY.CALLER.eq(row.getCaller())).and(IDEMPOTENCY.KEY.eq(row.getKey())).execute());
        return new Counts().add("command-answers", rows.size()).all();
    }

    private List<IdempotencyRecord> about(Traces person) {
        List<String> words = new ArrayList<>(person.addresses());
        words.addAll(person.names());
        words.add(person.customer().toString());
        person.conversations().stream().map(UUID::toString).forEach(words::add);
        List<IdempotencyRecord> found = new ArrayList<>();
        try (var answers = db.selectFrom(IDEMPOTENCY).where(IDEMPOTENCY.ANSWER.isNotNull()).fetchSize(200).fetchLazy()) {
            for (IdempotencyRecord row : answers) {
                Kept kept = json.readValue(secrets.open(row.getAnswer()), Kept.class);
                String said = kept.headers() + new String(Base64.getDecoder().decode(kept.body()), StandardCharsets.UTF_8);
                if (Words.in(said, words)) found.add(row);
            }
        }
        return found;
    }
}
