package nl.hartslag.organisation.internal;

import static nl.hartslag.organisation.internal.db.Tables.BRAND;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nl.hartslag.organisation.Organisation.Brand;
import nl.hartslag.organisation.OrganisationSettings.BrandDraft;
import nl.hartslag.organisation.TimesPerPerson;
import nl.hartslag.organisation.TimesPerPersonChanged;
import nl.hartslag.platform.problem.FieldErrors;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

@Component
class BrandTable {
    private static final Pattern KEY = Pattern.compile("[a-z0-9-]{2,40}");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");
    private static final Set<String> LANGUAGES = Set.of("nl", "en");
    private final DSLContext db;
    private final SnapshotReader reader;
    private final Changes changes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BrandTable(DSLContext db, SnapshotReader reader, Changes changes, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.reader = reader;
        this.changes = changes;
        this.events = events;
        this.clock = clock;
    }

    BrandId create(Access access, BrandDraft draft) {
        Changes.allow(access);
        verify(draft);
        BrandId id = BrandId.next();
        Changes.unlessTaken("key", () -> db.insertInto(BRAND)
                .set(BRAND.ID, id.value())
                .set(BRAND.KEY, draft.key())
                .set(BRAND.NAME, draft.name().strip())
                .set(BRAND.ACCENT, draft.accent())
                .set(BRAND.DEFAULT_LANGUAGE, draft.defaultLanguage())
                .set(BRAND.ZONE, draft.zone())
                .set(BRAND.ANONYMOUS, draft.anonymous())
                .set(BRAND.GREETING_NL, draft.greetingNl())
                .set(BRAND.GREETING_EN, draft.greetingEn())
                .set(BRAND.CREATED_AT, clock.instant())
                .execute());
        changes.made(access, "brand.created", "brand", id, id, Map.of("new", draft));
        return id;
    }

    void change(Access access, BrandId id, BrandDraft draft) {
        Changes.allow(access, id);
        Brand before = one(id);
        verify(draft);
        db.update(BRAND)
                .set(BRAND.NAME, draft.name().strip())
                .set(BRAND.ACCENT, draft.accent())
                .set(BRAND.DEFAULT_LANGUAGE, draft.defaultLanguage())
                .set(BRAND.ZONE, draft.zone())
                .set(BRAND.ANONYMOUS, draft.anonymous())
                .set(BRAND.GREETING_NL, draft.greetingNl())
                .set(BRAND.GREETING_EN, draft.greetingEn())
                .where(BRAND.ID.eq(id.value()))
                .execute();
        changes.made(access, "brand.changed", "brand", id, id, Map.of("old", before, "new", one(id)));
    }

    void chooseTimesPerPerson(Access access, BrandId id, TimesPerPerson choice, boolean confirmed) {
        Changes.allow(access, id);
        TimesPerPerson before = one(id).timesPerPerson();
        if (choice == before) return;
        if (!choice.recorded() && !confirmed) throw Problem.of("brands/times-would-go", 409);
        int changed = db.update(BRAND)
                .set(BRAND.TIMES_PER_PERSON, column(choice))
                .where(BRAND.ID.eq(id.value()))
                .and(BRAND.TIMES_PER_PERSON.eq(column(before)))
                .execute();
        if (changed == 0) throw Problem.of("brands/times-changed", 409);
        changes.made(access, "brand.times-per-person", "brand", id, id, Map.of("old", column(before), "new", column(choice)));
        events.publishEvent(new TimesPerPersonChanged(id, choice, clock.instant()));
    }

    private static String column(TimesPerPerson choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private Brand one(BrandId id) {
        return reader.brands().stream()
                .filter(brand -> brand.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("brands"));
    }

    private static void verify(BrandDraft draft) {
        FieldErrors errors = new FieldErrors()
                .pattern("key", draft.key(), KEY)
                .text("name", draft.name(), 80)
                .pattern("accent", draft.accent(), COLOUR)
                .oneOf("defaultLanguage", draft.defaultLanguage(), LANGUAGES)
                .text("greetingNl", draft.greetingNl(), 500)
                .text("greetingEn", draft.greetingEn(), 500);
        Changes.zone(errors, draft.zone()).verify();
    }
}
