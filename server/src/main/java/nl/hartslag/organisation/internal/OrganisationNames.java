package nl.hartslag.organisation.internal;

import static nl.hartslag.organisation.internal.db.Tables.BRAND;
import static nl.hartslag.organisation.internal.db.Tables.CALENDAR;
import static nl.hartslag.organisation.internal.db.Tables.DEPARTMENT;
import static nl.hartslag.organisation.internal.db.Tables.PARTNER;
import static nl.hartslag.organisation.internal.db.Tables.REASON;
import static nl.hartslag.organisation.internal.db.Tables.SITE;

import java.util.Map;
import java.util.UUID;
import nl.hartslag.platform.audit.SubjectNames;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.TableField;
import org.springframework.stereotype.Component;

/** What is set here, by name, for the audit log. From the tables, because what is archived stands in it too. */
@Component
class OrganisationNames implements SubjectNames {
    private final DSLContext db;

    OrganisationNames(DSLContext db) {
        this.db = db;
    }

    @Override
    public Map<String, Finder> finders() {
        return Map.of(
                "brand", by(BRAND.ID, BRAND.NAME, BRAND.NAME),
                "department", by(DEPARTMENT.ID, DEPARTMENT.NAME_NL, DEPARTMENT.NAME_EN),
                "site", by(SITE.ID, SITE.NAME, SITE.NAME),
                "partner", by(PARTNER.ID, PARTNER.NAME, PARTNER.NAME),
                "calendar", by(CALENDAR.ID, CALENDAR.NAME, CALENDAR.NAME),
                "reason", by(REASON.ID, REASON.NAME_NL, REASON.NAME_EN));
    }

    private Finder by(TableField<?, UUID> id, Field<String> dutch, Field<String> english) {
        return (reader, ids) -> {
            Field<String> name = reader.language().equals("nl") ? dutch : english;
            return db.select(id, name).from(id.getTable()).where(id.in(ids)).fetchMap(id, name);
        };
    }
}
