package nl.hartslag.knowledge.internal;

import java.util.List;
import nl.hartslag.knowledge.GuidelineContent;
import nl.hartslag.knowledge.TalkPhases.Phase;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Guidelines and phases as they stand in a JSON column: whole, since a version is never rewritten. */
@Component
class StoredJson {
    private static final TypeReference<List<Phase>> PHASES = new TypeReference<>() {};
    private final JsonMapper json;

    StoredJson(JsonMapper json) {
        this.json = json;
    }

    JSONB of(Object value) {
        return JSONB.valueOf(json.writeValueAsString(value));
    }

    GuidelineContent content(JSONB stored) {
        return json.readValue(stored.data(), GuidelineContent.class);
    }

    List<Phase> phases(JSONB stored) {
        return json.readValue(stored.data(), PHASES);
    }
}
