package nl.hartslag.channels.internal.webchat;

import static nl.hartslag.channels.internal.db.Tables.WIDGET;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import nl.hartslag.channels.Widgets.Settings;
import nl.hartslag.channels.Widgets.Widget;
import nl.hartslag.channels.internal.db.tables.records.WidgetRecord;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.shared.AccountId;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ReasonId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Widgets as they stand in the database. A shop's peak asks for the same few again and again: answers are at most seconds old. */
@Component
public class WidgetTable {
    private static final long KEPT = Duration.ofSeconds(3).toNanos();
    private final DSLContext db;
    private final ConcurrentHashMap<String, Kept> byKey = new ConcurrentHashMap<>();

    WidgetTable(DSLContext db) {
        this.db = db;
    }

    private record Kept(Optional<Widget> widget, long until) {}

    /** @throws Problem {@code webchat/unknown-widget}, also when it is switched off */
    public Widget active(String key) {
        return find(key).filter(widget -> widget.settings().active()).orElseThrow(() -> Problem.of("webchat/unknown-widget", 404));
    }

    public Optional<Widget> find(String key) {
        if (key.length() > 64) return Optional.empty();
        Kept kept = byKey.get(key);
        if (kept != null && kept.until() - System.nanoTime() > 0) return kept.widget();
        Optional<Widget> found = db.selectFrom(WIDGET).where(WIDGET.KEY.eq(key)).fetchOptional(WidgetTable::widget);
        // Only what exists is kept, so that guessing keys fills no memory.
        if (found.isPresent()) byKey.put(key, new Kept(found, System.nanoTime() + KEPT));
        else byKey.remove(key);
        return found;
    }

    Optional<Widget> byId(AccountId id) {
        return db.selectFrom(WIDGET).where(WIDGET.ID.eq(id.value())).fetchOptional(WidgetTable::widget);
    }

    List<Widget> ofBrands(List<BrandId> brands) {
        return db.selectFrom(WIDGET)
                .where(WIDGET.BRAND_ID.in(brands.stream().map(BrandId::value).toList()))
                .orderBy(WIDGET.BRAND_ID, WIDGET.NAME)
                .fetch(WidgetTable::widget);
    }

    List<Widget> activeOf(BrandId brand) {
        return db.selectFrom(WIDGET)
                .where(WIDGET.BRAND_ID.eq(brand.value())).and(WIDGET.ACTIVE)
                .orderBy(WIDGET.CREATED_AT)
                .fetch(WidgetTable::widget);
    }

    String sealedSecret(AccountId id) {
        return db.select(WIDGET.SECRET_SEALED).from(WIDGET).where(WIDGET.ID.eq(id.value()))
                .fetchOptional(WIDGET.SECRET_SEALED)
                .orElseThrow(() -> Problem.notFound("widgets"));
    }

    /** This node sees a change at once; the others within seconds. */
    void forget(String key) {
        byKey.remove(key);
    }

    static void fill(WidgetRecord row, Settings settings) {
        row.setName(settings.name());
        row.setAccent(settings.accent());
        row.setPosition(settings.position());
        row.setLanguage(settings.language());
        row.setOrigins(settings.origins().toArray(String[]::new));
        row.setReasonIds(settings.reasons().stream().map(ReasonId::value).toArray(UUID[]::new));
        row.setActive(settings.active());
        row.setTranscripts(settings.transcripts());
        row.setAskMinutes(settings.askMinutes());
        row.setEndMinutes(settings.endMinutes());
    }

    private static Widget widget(WidgetRecord row) {
        return new Widget(new AccountId(row.getId()), row.getKey(), new BrandId(row.getBrandId()), new Settings(
                row.getName(), row.getAccent(), row.getPosition(), row.getLanguage(), List.of(row.getOrigins()),
                Arrays.stream(row.getReasonIds()).map(ReasonId::new).toList(), row.getActive(), row.getTranscripts(),
                row.getAskMinutes(), row.getEndMinutes()));
    }
}
