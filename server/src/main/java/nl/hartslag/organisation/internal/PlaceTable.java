package nl.hartslag.organisation.internal;

import static nl.hartslag.organisation.internal.db.Tables.PARTNER;
import static nl.hartslag.organisation.internal.db.Tables.SITE;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.hartslag.organisation.OrganisationSettings.Partner;
import nl.hartslag.organisation.OrganisationSettings.Site;
import nl.hartslag.organisation.OrganisationSettings.PartnerDraft;
import nl.hartslag.organisation.OrganisationSettings.SiteDraft;
import nl.hartslag.platform.database.Archived;
import nl.hartslag.platform.problem.FieldErrors;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.SiteId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sites, and the partner companies that run some of them. */
@Component
class PlaceTable {
    private final DSLContext db;
    private final Changes changes;
    private final Clock clock;

    PlaceTable(DSLContext db, Changes changes, Clock clock) {
        this.db = db;
        this.changes = changes;
        this.clock = clock;
    }

    List<Site> sites() {
        return db.selectFrom(SITE)
                .orderBy(SITE.NAME)
                .fetch(row -> new Site(
                        new SiteId(row.getId()),
                        row.getName(),
                        row.getZone(),
                        row.getPartnerId() == null ? null : new PartnerId(row.getPartnerId()),
                        row.getArchivedAt() != null));
    }

    SiteId createSite(Access access, SiteDraft draft) {
        verify(access, draft, null);
        SiteId id = SiteId.next();
        Changes.unlessTaken("name", () -> db.insertInto(SITE)
                .set(SITE.ID, id.value())
                .set(SITE.NAME, draft.name().strip())
                .set(SITE.ZONE, draft.zone())
                .set(SITE.PARTNER_ID, valueOf(draft.partner()))
                .set(SITE.ARCHIVED_AT, draft.archived() ? clock.instant() : null)
                .set(SITE.CREATED_AT, clock.instant())
                .execute());
        changes.made(access, "site.created", "site", id, null, Map.of("new", draft));
        return id;
    }

    void changeSite(Access access, SiteId id, SiteDraft draft) {
        Changes.allow(access);
        Site before = site(id);
        verify(access, draft, before.partner());
        Changes.unlessTaken("name", () -> db.update(SITE)
                .set(SITE.NAME, draft.name().strip())
                .set(SITE.ZONE, draft.zone())
                .set(SITE.PARTNER_ID, valueOf(draft.partner()))
                .set(SITE.ARCHIVED_AT, Archived.at(draft.archived(), SITE.ARCHIVED_AT, clock.instant()))
                .where(SITE.ID.eq(id.value()))
                .execute());
        changes.made(access, "site.changed", "site", id, null, Map.of("old", before, "new", site(id)));
    }

    private Site site(SiteId id) {
        return sites().stream().filter(site -> site.id().equals(id)).findFirst().orElseThrow(() -> Problem.notFound("sites"));
    }

    private void verify(Access access, SiteDraft draft, @Nullable PartnerId before) {
        Changes.allow(access);
        PartnerId partner = draft.partner();
        FieldErrors errors = new FieldErrors().text("name", draft.name(), 80);
        Changes.zone(errors, draft.zone())
                .chosen("partner", Stream.ofNullable(partner).toList(), Stream.ofNullable(before).toList(),
                        partners().stream().collect(Collectors.toMap(Partner::id, Partner::archived)))
                .verify();
    }

    List<Partner> partners() {
        return db.selectFrom(PARTNER)
                .orderBy(PARTNER.NAME)
                .fetch(row -> new Partner(new PartnerId(row.getId()), row.getName(), row.getArchivedAt() != null));
    }

    PartnerId createPartner(Access access, String name) {
        Changes.allow(access);
        new FieldErrors().text("name", name, 80).verify();
        PartnerId id = PartnerId.next();
        Changes.unlessTaken("name", () -> db.insertInto(PARTNER)
                .set(PARTNER.ID, id.value())
                .set(PARTNER.NAME, name.strip())
                .set(PARTNER.CREATED_AT, clock.instant())
                .execute());
        changes.made(access, "partner.created", "partner", id, null, Map.of("new", name));
        return id;
    }

    void changePartner(Access access, PartnerId id, PartnerDraft draft) {
        Changes.allow(access);
        String name = draft.name();
        new FieldErrors().text("name", name, 80).verify();
        Partner before = partner(id);
        Changes.unlessTaken("name", () -> db.update(PARTNER)
                .set(PARTNER.NAME, name.strip())
                .set(PARTNER.ARCHIVED_AT, Archived.at(draft.archived(), PARTNER.ARCHIVED_AT, clock.instant()))
                .where(PARTNER.ID.eq(id.value()))
                .execute());
        changes.made(access, "partner.changed", "partner", id, null, Map.of("old", before, "new", partner(id)));
    }

    private Partner partner(PartnerId id) {
        return partners().stream().filter(partner -> partner.id().equals(id)).findFirst().orElseThrow(() -> Problem.notFound("partners"));
    }

    private static @Nullable UUID valueOf(@Nullable PartnerId id) {
        return id == null ? null : id.value();
    }
}
