package nl.hartslag.platform.audit;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import nl.hartslag.platform.security.Access;

/**
 * What the people and things of the audit log are called now. The log keeps ids only, so that a name that is changed or
 * erased is so in the log too; each module gives the names of what is its own.
 */
public interface SubjectNames {
    /** By kind of subject, as it is recorded. A fact of the same name is about one too. */
    Map<String, Finder> finders();

    /** Finds the names of a whole page in one go. */
    interface Finder {
        /** @return by id; without what is gone, has no name or address, or is not for this reader to see */
        Map<UUID, String> names(Access reader, Collection<UUID> ids);
    }
}
