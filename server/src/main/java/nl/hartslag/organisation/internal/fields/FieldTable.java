package nl.hartslag.organisation.internal.fields;

import static nl.hartslag.organisation.internal.db.Tables.FIELD;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.organisation.Fields.Choice;
import nl.hartslag.organisation.Fields.Draft;
import nl.hartslag.organisation.Fields.Field;
import nl.hartslag.organisation.Fields.Kind;
import nl.hartslag.organisation.Fields.Required;
import nl.hartslag.organisation.Fields.Shown;
import nl.hartslag.organisation.Fields.ShownBy;
import nl.hartslag.organisation.Fields.Type;
import nl.hartslag.organisation.internal.db.tables.records.FieldRecord;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.FieldId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.shared.Uuid7;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.SelectForUpdateStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class FieldTable {
    private static final TypeReference<List<Choice>> CHOICES = new TypeReference<>() {};
    private static final Comparator<FieldRecord> IN_ORDER = Comparator.comparing(FieldRecord::getPosition).thenComparing(row -> row.getId().toString());
    private final DSLContext db;
    private final JsonMapper json;

    FieldTable(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    static String key(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    List<Field> of(BrandId brand, Kind kind) {
        return db.selectFrom(FIELD)
                .where(FIELD.BRAND_ID.eq(brand.value())).and(FIELD.KIND.eq(key(kind)))
                .orderBy(FIELD.POSITION, FIELD.ID)
                .fetch(this::view);
    }

    /** As it is now; its type and choices stay so until the transaction ends. Everybody holds them by their id, so that nobody waits for who waits for him. */
    List<Field> steady(BrandId brand, Kind kind) {
        return byId(brand, kind).forShare().fetch().stream().sorted(IN_ORDER).map(this::view).toList();
    }

    /** Their order as it is now, and stays until the transaction ends. */
    List<FieldId> holdOrder(BrandId brand, Kind kind) {
        return byId(brand, kind).forNoKeyUpdate().fetch().stream().sorted(IN_ORDER).map(row -> new FieldId(row.getId())).toList();
    }

    private SelectForUpdateStep<FieldRecord> byId(BrandId brand, Kind kind) {
        return db.selectFrom(FIELD).where(FIELD.BRAND_ID.eq(brand.value())).and(FIELD.KIND.eq(key(kind))).orderBy(FIELD.ID);
    }

    Optional<FieldRecord> hold(FieldId id) {
        return db.selectFrom(FIELD).where(FIELD.ID.eq(id.value())).forUpdate().fetchOptional();
    }

    FieldRecord fresh(BrandId brand, Kind kind, String key) {
        FieldRecord row = db.newRecord(FIELD);
        row.setId(FieldId.next().value());
        row.setBrandId(brand.value());
        row.setKind(key(kind));
        row.setKey(key);
        row.setPosition(db.select(DSL.coalesce(DSL.max(FIELD.POSITION), 0).plus(1)).from(FIELD)
                .where(FIELD.BRAND_ID.eq(brand.value())).and(FIELD.KIND.eq(key(kind))).fetchSingle().value1());
        row.setVersion(0);
        return row;
    }

    void fill(FieldRecord row, Draft draft, List<Choice> choices) {
        row.setType(key(draft.type()));
        row.setNameNl(draft.nameNl().strip());
        row.setNameEn(draft.nameEn().strip());
        row.setHelpNl(text(draft.helpNl()));
        row.setHelpEn(text(draft.helpEn()));
        row.setUnit(draft.type() == Type.DECIMAL && !text(draft.unit()).isEmpty() ? text(draft.unit()) : null);
        row.setChoices(JSONB.valueOf(json.writeValueAsString(choices)));
        row.setRequired(key(draft.required()));
        row.setReasons(draft.required() == Required.REASONS ? draft.reasons().stream().map(ReasonId::value).distinct().toArray(UUID[]::new) : new UUID[0]);
        row.setResults(draft.required() == Required.RESULTS ? draft.results().stream().distinct().toArray(String[]::new) : new String[0]);
        Shown shown = draft.shownOf();
        row.setShownBy(key(shown.by()));
        row.setShownReasons(shown.by() == ShownBy.REASONS ? shown.reasons().stream().map(ReasonId::value).distinct().toArray(UUID[]::new) : new UUID[0]);
        row.setShownResults(shown.by() == ShownBy.RESULTS ? shown.results().stream().distinct().toArray(String[]::new) : new String[0]);
        row.setShownTypes(shown.by() == ShownBy.TYPES ? shown.types().stream().distinct().toArray(String[]::new) : new String[0]);
    }

    /** With ids for those that are new, and behind them those that were left out. */
    static List<Choice> choices(Draft draft, List<Choice> before) {
        List<Choice> wanted = draft.choices().stream()
                .map(one -> new Choice(one.id() == null ? Uuid7.next().toString() : one.id(), one.nameNl().strip(), one.nameEn().strip(), one.archived()))
                .toList();
        List<String> kept = wanted.stream().map(Choice::id).toList();
        List<Choice> left = before.stream().filter(one -> !kept.contains(one.id())).map(one -> new Choice(one.id(), one.nameNl(), one.nameEn(), true)).toList();
        return java.util.stream.Stream.concat(wanted.stream(), left.stream()).toList();
    }

    void place(BrandId brand, Kind kind, List<FieldId> order) {
        for (int i = 0; i < order.size(); i++) {
            db.update(FIELD).set(FIELD.POSITION, i - order.size())
                    .where(FIELD.ID.eq(order.get(i).value())).and(FIELD.BRAND_ID.eq(brand.value())).and(FIELD.KIND.eq(key(kind))).execute();
        }
        List<FieldId> all = of(brand, kind).stream().map(Field::id).toList();
        for (int i = 0; i < all.size(); i++) db.update(FIELD).set(FIELD.POSITION, i + 1).where(FIELD.ID.eq(all.get(i).value())).execute();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    Field view(FieldRecord row) {
        return new Field(
                new FieldId(row.getId()),
                Kind.valueOf(row.getKind().toUpperCase(Locale.ROOT)),
                row.getKey(),
                Type.valueOf(row.getType().toUpperCase(Locale.ROOT)),
                row.getNameNl(),
                row.getNameEn(),
                row.getHelpNl(),
                row.getHelpEn(),
                row.getUnit(),
                json.readValue(row.getChoices().data(), CHOICES),
                Required.valueOf(row.getRequired().toUpperCase(Locale.ROOT)),
                Arrays.stream(row.getReasons()).map(ReasonId::new).toList(),
                List.of(row.getResults()),
                new Shown(
                        ShownBy.valueOf(row.getShownBy().toUpperCase(Locale.ROOT)),
                        Arrays.stream(row.getShownReasons()).map(ReasonId::new).toList(),
                        List.of(row.getShownResults()),
                        List.of(row.getShownTypes())),
                row.getArchivedAt() != null,
                row.getVersion());
    }
}
