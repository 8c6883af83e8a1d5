package nl.hartslag.organisation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.FieldId;
import nl.hartslag.shared.ReasonId;
import org.jspecify.annotations.Nullable;

/**
 * The door of fields: what a brand keeps of its customers, cases and orders beside what every brand keeps, and when it must be known. Set up
 * with {@code organisation.configure}; what is filled in stands with the modules whose it is, which let it be checked here.
 */
public interface Fields {
    /** Per brand and kind, archived ones included. */
    int MOST = 50;

    /** Of a brand one sees, in their order, also the archived ones. */
    List<Field> all(Access access, BrandId brand, Kind kind);

    /** Stands last. Its key stays what it is. */
    FieldId create(Access access, BrandId brand, Kind kind, String key, Draft draft);

    /**
     * Refused with {@code fields/changed} when somebody changed it after {@code version}, and at {@code type} when that is another and something
     * is filled in. A choice that is left out is archived.
     */
    void change(Access access, FieldId id, Draft draft, int version);

    /**
     * Puts them in this order; those that are not named stay behind them. Refused with {@code fields/arranged} when they stand otherwise than was
     * seen; the order that is wanted already is harmless.
     *
     * @param seen all of them, as they stood on screen
     */
    void arrange(Access access, BrandId brand, Kind kind, List<FieldId> order, List<FieldId> seen);

    /** For who keeps the values: in their order, also the archived ones. */
    List<Field> of(BrandId brand, Kind kind);

    /** Those of these fields that are shown of such a customer, case or order. What is hidden keeps what was filled in, and comes back with it. */
    List<Field> showing(List<Field> fields, About about);

    /** What is shown of one customer, case or order: fields in use, and archived ones where something is filled in. */
    default List<Filled> shown(List<Field> fields, About about, FieldValues values) {
        return showing(fields, about).stream()
                .filter(one -> !one.archived() || !values.of(one.id()).isEmpty())
                .map(one -> new Filled(one, values.of(one.id())))
                .toList();
    }

    /**
     * One change by a person; the caller holds the row. Refused at {@code value} when it does not fit, and with {@code fields/filled-in} when the
     * field holds something else than was seen; what is wanted already is harmless.
     */
    FieldValues changed(BrandId brand, Kind kind, FieldId id, Change change, FieldValues now);

    /** Reads what files or programs of others say of a brand; the fields stay as they are until the transaction ends. */
    Reader reader(BrandId brand, Kind kind);

    /**
     * Those that must be known for such a contact wherever they are {@linkplain #showing shown}, filled in or not.
     *
     * @param reason also when a reason above it is named
     */
    List<Field> required(BrandId brand, Kind kind, @Nullable ReasonId reason, @Nullable String result);

    @Schema(name = "FieldKind")
    enum Kind { CUSTOMER, CASE, ORDER }

    @Schema(name = "FieldType")
    enum Type { ONE_LINE, LONG_TEXT, WHOLE_NUMBER, DECIMAL, DATE, YES_NO, CHOICE, CHOICES, LINK }

    /** When it must be known at wrap-up. */
    @Schema(name = "FieldRequired")
    enum Required { NEVER, ALWAYS, REASONS, RESULTS }

    /** Of what it is shown: of all; of cases by their reasons or results; of customers and orders by their type. */
    @Schema(name = "FieldShownBy")
    enum ShownBy { ALL, REASONS, RESULTS, TYPES }

    /**
     * @param reasons with those below them
     * @param types   of customers or orders, by the names of {@link FieldUse#types}
     */
    @Schema(name = "FieldShown")
    record Shown(ShownBy by, List<ReasonId> reasons, List<String> results, List<String> types) {
        public static final Shown OF_ALL = new Shown(ShownBy.ALL, List.of(), List.of(), List.of());

        public Shown {
            reasons = List.copyOf(reasons);
            results = List.copyOf(results);
            types = List.copyOf(types);
        }
    }

    /**
     * What is known of a customer, case or order by which its fields are chosen.
     *
     * @param reasons for which the case came
     * @param results that came of it
     * @param type    of the customer or order
     */
    record About(Set<ReasonId> reasons, Set<String> results, @Nullable String type) {
        public About {
            reasons = Set.copyOf(reasons);
            results = Set.copyOf(results);
        }

        public static About type(String type) {
            return new About(Set.of(), Set.of(), type);
        }
    }

    /** @param id absent for a new one; stays when its names change */
    @Schema(name = "FieldChoice")
    record Choice(@Nullable String id, String nameNl, String nameEn, boolean archived) {}

    /**
     * @param unit    of an amount, such as {@code €} or {@code kg}
     * @param choices for a field of choices; otherwise none
     * @param reasons for which it is required, with those below them
     * @param results for which it is required
     * @param shown   of all when absent
     */
    @Schema(name = "FieldDraft")
    record Draft(
            Type type,
            String nameNl,
            String nameEn,
            @Nullable String helpNl,
            @Nullable String helpEn,
            @Nullable String unit,
            List<Choice> choices,
            Required required,
            List<ReasonId> reasons,
            List<String> results,
            @Nullable Shown shown,
            boolean archived) {
        public Draft {
            choices = List.copyOf(choices);
            reasons = List.copyOf(reasons);
            results = List.copyOf(results);
        }

        public Shown shownOf() {
            return shown == null ? Shown.OF_ALL : shown;
        }
    }

    @Schema(name = "Field")
    record Field(
            FieldId id,
            Kind kind,
            String key,
            Type type,
            String nameNl,
            String nameEn,
            String helpNl,
            String helpEn,
            @Nullable String unit,
            List<Choice> choices,
            Required required,
            List<ReasonId> reasons,
            List<String> results,
            Shown shown,
            boolean archived,
            int version) {
        public String name(String language) {
            return language.equals("nl") ? nameNl : nameEn;
        }
    }

    /** @param value one text, the ids of choices, or nothing */
    @Schema(name = "FilledField")
    record Filled(Field field, List<String> value) {}

    /** @param mayChange whether this person may fill in what is not archived */
    @Schema(name = "FilledFields")
    record Panel(List<Filled> fields, boolean mayChange) {}

    /** @param before as it stood on screen */
    @Schema(name = "FieldChange")
    record Change(List<String> value, List<String> before) {
        public Change {
            value = List.copyOf(value);
            before = List.copyOf(before);
        }
    }

    interface Reader {
        /** Whether a field in use has this key. */
        boolean knows(String key);

        /**
         * As people write it: names of choices, dates and amounts in their usual forms. An empty text makes it empty.
         *
         * @param byKey as given, by the key of the field
         */
        Reading read(Map<String, String> byKey);
    }

    /** @param faults by key */
    record Reading(Map<FieldId, List<String>> values, Map<String, Fault> faults) {
        public FieldValues over(FieldValues now) {
            FieldValues all = now;
            for (var one : values.entrySet()) all = all.with(one.getKey(), one.getValue());
            return all;
        }
    }

    /** @param limit that was passed, where the code tells one */
    record Fault(String code, @Nullable Long limit) {}
}
