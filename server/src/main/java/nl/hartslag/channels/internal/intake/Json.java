package nl.hartslag.channels.internal.intake;

import java.util.Map;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Facts of a protocol as they stand in a JSON column. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    public static JSONB of(Object value) {
        return JSONB.valueOf(MAPPER.writeValueAsString(value));
    }

    public static Map<String, Object> map(@Nullable JSONB json) {
        return json == null ? Map.of() : MAPPER.readValue(json.data(), new TypeReference<Map<String, Object>>() {});
    }

    public static <T> T read(JSONB json, Class<T> type) {
        return MAPPER.readValue(json.data(), type);
    }
}
