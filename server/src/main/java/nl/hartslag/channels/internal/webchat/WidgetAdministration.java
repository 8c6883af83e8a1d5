package nl.hartslag.channels.internal.webchat;

import static nl.hartslag.channels.internal.db.Tables.WIDGET;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.channels.Widgets;
import nl.hartslag.channels.internal.db.tables.records.WidgetRecord;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.secrets.Secrets;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.AccountId;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.Uuid7;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes and changes widgets. */
@Service
class WidgetAdministration implements Widgets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MOST_ORIGINS = 20;
    private final DSLContext db;
    private final WidgetTable table;
    private final Organisation organisation;
    private final Secrets secrets;
    private final Audit audit;
    private final Clock clock;

    WidgetAdministration(DSLContext db, WidgetTable table, Organisation organisation, Secrets secrets, Audit audit, Clock clock) {
        this.db = db;
        this.table = table;
        this.organisation = organisation;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Widget> all(Access access) {
        access.require(Permission.CHANNELS_CONFIGURE);
        return table.ofBrands(List.copyOf(access.brands()));
    }

    @Override
    public List<Widget> of(BrandId brand) {
        return table.activeOf(brand);
    }

    @Override
    @Transactional
    public Widget create(Access access, BrandId brand, Settings settings) {
        access.require(Permission.CHANNELS_CONFIGURE);
        if (!access.sees(brand, Optional.empty())) throw Problem.notFound("brands");
        Widget made = create(brand, settings);
        audit.record(access, "widget.created", "widget", made.id().toString(), Optional.of(brand), Map.of("name", made.settings().name()));
        return made;
    }

    @Override
    @Transactional
    public Widget create(BrandId brand, Settings settings) {
        Settings checked = checked(brand, settings);
        WidgetRecord row = db.newRecord(WIDGET);
        row.setId(Uuid7.next());
        row.setKey("wk_" + random(12));
        row.setBrandId(brand.value());
        WidgetTable.fill(row, checked);
        row.setSecretSealed(secrets.seal(random(32)));
        row.setCreatedAt(clock.instant());
        row.setChangedAt(clock.instant());
        row.insert();
        return new Widget(new AccountId(row.getId()), row.getKey(), brand, checked);
    }

    @Override
    @Transactional
    public Widget change(Access access, AccountId id, Settings settings) {
        Widget old = mine(access, id);
        Settings checked = checked(old.brand(), settings);
        WidgetRecord row = db.selectFrom(WIDGET).where(WIDGET.ID.eq(id.value())).forUpdate().fetchSingle();
        WidgetTable.fill(row, checked);
        row.setChangedAt(clock.instant());
        row.update();
        table.forget(old.key());
        audit.record(access, "widget.changed", "widget", id.toString(), Optional.of(old.brand()),
                Map.of("old", old.settings(), "new", checked));
        return new Widget(id, old.key(), old.brand(), checked);
    }

    @Override
    @Transactional
    public String secret(Access access, AccountId id) {
        Widget widget = mine(access, id);
        audit.record(access, "widget.secret-seen", "widget", id.toString(), Optional.of(widget.brand()), Map.of());
        return secrets.open(table.sealedSecret(id));
    }

    @Override
    @Transactional
    public String renewSecret(Access access, AccountId id) {
        Widget widget = mine(access, id);
        String secret = random(32);
        db.update(WIDGET).set(WIDGET.SECRET_SEALED, secrets.seal(secret)).set(WIDGET.CHANGED_AT, clock.instant())
                .where(WIDGET.ID.eq(id.value())).execute();
        audit.record(access, "widget.secret-renewed", "widget", id.toString(), Optional.of(widget.brand()), Map.of());
        return secret;
    }

    @Override
    public String sign(AccountId id, String userId, String email) {
        return IdentityProof.sign(secrets.open(table.sealedSecret(id)), userId, email);
    }

    private Widget mine(Access access, AccountId id) {
        access.require(Permission.CHANNELS_CONFIGURE);
        return table.byId(id)
                .filter(widget -> access.sees(widget.brand(), Optional.empty()))
                .orElseThrow(() -> Problem.notFound("widgets"));
    }

    private Settings checked(BrandId brand, Settings asked) {
        if (asked.origins().isEmpty()) throw Problem.invalid("origins", "required");
        if (asked.origins().size() > MOST_ORIGINS) throw Problem.invalid("origins", "too-many", MOST_ORIGINS);
        List<String> origins = asked.origins().stream()
                .map(one -> Origins.normal(one).orElseThrow(() -> Problem.invalid("origins", "origin")))
                .distinct().toList();
        var known = organisation.reasons(brand).stream().map(Organisation.Reason::id).toList();
        if (!known.containsAll(asked.reasons())) throw Problem.invalid("reasons", "unknown");
        return new Settings(asked.name().strip(), asked.accent(), asked.position(), asked.language(), origins, asked.reasons(),
                asked.active(), asked.transcripts(), asked.askMinutes(), asked.endMinutes());
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
