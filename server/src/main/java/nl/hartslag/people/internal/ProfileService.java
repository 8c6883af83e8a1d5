package nl.hartslag.people.internal;

import static nl.hartslag.people.internal.db.Tables.USERS;

import nl.hartslag.people.Profiles;
import nl.hartslag.platform.security.Access;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class ProfileService implements Profiles {
    private final DSLContext db;
    private final AccessReader reader;
    private final Authentication authentication;

    ProfileService(DSLContext db, AccessReader reader, Authentication authentication) {
        this.db = db;
        this.reader = reader;
        this.authentication = authentication;
    }

    @Override
    @Transactional
    public Access change(Access access, @Nullable String locale, @Nullable Boolean shortcuts) {
        var user = db.selectFrom(USERS).where(USERS.ID.eq(access.user().value())).fetchSingle();
        if (locale != null) user.setLocale(locale);
        if (shortcuts != null) user.setShortcuts(shortcuts);
        user.update();
        authentication.forget();
        return reader.read(access.user().value()).orElseThrow();
    }

    @Override
    public Profile profile(Access access) {
        return db.selectFrom(USERS)
                .where(USERS.ID.eq(access.user().value()))
                .fetchSingle(row -> new Profile(row.getEmail(), row.getShortcuts(), row.getMustChangePassword()));
    }
}
