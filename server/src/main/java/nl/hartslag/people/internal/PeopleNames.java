package nl.hartslag.people.internal;

import static nl.hartslag.people.internal.db.Tables.API_TOKEN;
import static nl.hartslag.people.internal.db.Tables.SKILL;
import static nl.hartslag.people.internal.db.Tables.TEAM;
import static nl.hartslag.people.internal.db.Tables.USERS;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import nl.hartslag.platform.audit.SubjectNames;
import nl.hartslag.platform.security.Access;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** People and their groups by name, for the audit log; whoever left keeps his name in it. */
@Component
class PeopleNames implements SubjectNames {
    private final DSLContext db;

    PeopleNames(DSLContext db) {
        this.db = db;
    }

    @Override
    public Map<String, Finder> finders() {
        Finder tokens = by(API_TOKEN.ID, API_TOKEN.NAME);
        return Map.of(
                "user", this::people,
                "team", by(TEAM.ID, TEAM.NAME),
                "skill", by(SKILL.ID, SKILL.NAME),
                "api-token", tokens,
                "token", tokens);
    }

    /** Someone of a partner knows the partner's people only. */
    private Map<UUID, String> people(Access reader, Collection<UUID> ids) {
        Condition known = reader.partner().map(partner -> USERS.PARTNER_ID.eq(partner.value())).orElseGet(DSL::noCondition);
        return db.select(USERS.ID, USERS.NAME).from(USERS).where(USERS.ID.in(ids)).and(known).fetchMap(USERS.ID, USERS.NAME);
    }

    private Finder by(TableField<?, UUID> id, Field<String> name) {
        return (reader, ids) -> db.select(id, name).from(id.getTable()).where(id.in(ids)).fetchMap(id, name);
    }
}
