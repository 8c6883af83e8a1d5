package nl.hartslag.routing.internal;

import java.util.List;
import nl.hartslag.routing.internal.Grounds.Group;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Facts as they stand in a JSON column. */
@Component
class StoredFacts {
    private static final TypeReference<List<Group>> GROUPS = new TypeReference<>() {};
    private final JsonMapper json;

    StoredFacts(JsonMapper json) {
        this.json = json;
    }

    JSONB of(Object value) {
        return JSONB.valueOf(json.writeValueAsString(value));
    }

    <T> T read(JSONB stored, Class<T> type) {
        return json.readValue(stored.data(), type);
    }

    List<Group> groups(@Nullable JSONB stored) {
        return stored == null ? List.of() : json.readValue(stored.data(), GROUPS);
    }
}
