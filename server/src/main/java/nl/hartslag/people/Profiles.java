package nl.hartslag.people;

import nl.hartslag.platform.security.Access;
import org.jspecify.annotations.Nullable;

/** What a person may change about himself. */
public interface Profiles {
    /** @return the access as it is afterwards */
    Access change(Access access, @Nullable String locale, @Nullable Boolean shortcuts);

    Profile profile(Access access);

    record Profile(String email, boolean shortcuts, boolean mustChangePassword) {}
}
