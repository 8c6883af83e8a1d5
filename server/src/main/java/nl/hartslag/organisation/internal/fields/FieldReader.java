package nl.hartslag.organisation.internal.fields;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.hartslag.organisation.Fields.Fault;
import nl.hartslag.organisation.Fields.Field;
import nl.hartslag.organisation.Fields.Reader;
import nl.hartslag.organisation.Fields.Reading;
import nl.hartslag.organisation.internal.fields.FieldRules.Fits;
import nl.hartslag.organisation.internal.fields.FieldRules.Wrong;
import nl.hartslag.shared.FieldId;

/**
 * What others write about the fields of one brand and kind. A shop goes on with what it learned: what it says of an archived field is left
 * out, and a choice that is offered no more is taken.
 */
final class FieldReader implements Reader {
    private final Map<String, Field> known;

    FieldReader(Collection<Field> fields) {
        known = fields.stream().collect(Collectors.toMap(Field::key, Function.identity()));
    }

    @Override
    public boolean knows(String key) {
        return known.containsKey(key);
    }

    @Override
    public Reading read(Map<String, String> byKey) {
        Map<FieldId, List<String>> values = new LinkedHashMap<>();
        Map<String, Fault> faults = new HashMap<>();
        byKey.forEach((key, text) -> {
            Field field = known.get(key);
            if (field == null) {
                faults.put(key, new Fault("unknown", null));
                return;
            }
            if (field.archived()) return;
            if (AsWritten.unclear(field, text)) {
                faults.put(key, new Fault("decimal-unclear", null));
                return;
            }
            List<String> written = AsWritten.values(field, text);
            switch (FieldRules.check(field, written, written)) {
                case Fits(List<String> value) -> values.put(field.id(), value);
                case Wrong(Fault fault) -> faults.put(key, fault);
            }
        });
        return new Reading(values, faults);
    }
}
