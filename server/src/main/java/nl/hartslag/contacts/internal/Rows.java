package nl.hartslag.contacts.internal;

import java.util.UUID;
import nl.hartslag.shared.Id;
import org.jspecify.annotations.Nullable;

/** Between typed ids and columns that may be empty. */
public final class Rows {
    private Rows() {}

    public static @Nullable UUID value(@Nullable Id id) {
        return id == null ? null : id.value();
    }

    public static <T extends Enum<T>> T state(Class<T> type, String column) {
        return Enum.valueOf(type, column.toUpperCase(java.util.Locale.ROOT));
    }

    public static String column(Enum<?> state) {
        return state.name().toLowerCase(java.util.Locale.ROOT);
    }
}
