package nl.hartslag.organisation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.hartslag.shared.FieldId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is filled in of one customer, case or order. What is empty is not there. */
public record FieldValues(Map<String, List<String>> byField) {
    public static final FieldValues NONE = new FieldValues(Map.of());
    private static final TypeReference<Map<String, List<String>>> FORM = new TypeReference<>() {};

    public FieldValues {
        byField = Map.copyOf(byField);
    }

    public static FieldValues read(String json) {
        return new FieldValues(JsonMapper.shared().readValue(json, FORM));
    }

    public String written() {
        return JsonMapper.shared().writeValueAsString(byField);
    }

    public List<String> of(FieldId field) {
        return byField.getOrDefault(field.toString(), List.of());
    }

    public FieldValues with(FieldId field, List<String> value) {
        Map<String, List<String>> changed = new LinkedHashMap<>(byField);
        if (value.isEmpty()) changed.remove(field.toString());
        else changed.put(field.toString(), List.copyOf(value));
        return new FieldValues(changed);
    }
}
