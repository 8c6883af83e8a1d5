package nl.hartslag.organisation;

import java.util.Set;
import nl.hartslag.shared.FieldId;

/** Whoever above keeps what is filled in says where something is, and what else the rules of fields may name. */
public interface FieldUse {
    boolean filled(FieldId field);

    /** What can come of a contact, by the names that rules use. */
    default Set<String> results() {
        return Set.of();
    }

    /** Which types of customers or orders there are, by the names that rules use. */
    default Set<String> types(Fields.Kind kind) {
        return Set.of();
    }
}
