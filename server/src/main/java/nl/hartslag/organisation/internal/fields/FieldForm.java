package nl.hartslag.organisation.internal.fields;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.hartslag.organisation.FieldUse;
import nl.hartslag.organisation.Fields.Choice;
import nl.hartslag.organisation.Fields.Draft;
import nl.hartslag.organisation.Fields.Field;
import nl.hartslag.organisation.Fields.Kind;
import nl.hartslag.organisation.Fields.Required;
import nl.hartslag.organisation.Fields.Shown;
import nl.hartslag.organisation.Fields.Type;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.organisation.OrganisationSettings.ReasonRow;
import nl.hartslag.platform.problem.FieldErrors;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ReasonId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What an administrator can fill in wrongly. */
@Component
class FieldForm {
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]{0,39}");
    /** What the columns of a file with orders are called already. */
    private static final Set<String> COLUMNS = Set.of("order_number", "email", "ordered_at", "status", "total", "name", "language", "country", "payment_status", "currency",
            "carrier", "tracking_code", "expected_on", "shipped_at", "delivered_at", "sku", "product", "quantity", "price", "problem");
    private static final int MOST_CHOICES = 100;
    private static final int MOST_REASONS = 200;
    private final OrganisationSettings organisation;
    private final ObjectProvider<FieldUse> uses;

    FieldForm(OrganisationSettings organisation, ObjectProvider<FieldUse> uses) {
        this.organisation = organisation;
        this.uses = uses;
    }

    static FieldErrors key(FieldErrors errors, String key) {
        return errors.text("key", key, 40).check(KEY.matcher(key).matches(), "key", "field-key").check(!COLUMNS.contains(key), "key", "taken");
    }

    /** @param others of the same brand and kind; @param before the reasons and choices that it had */
    FieldErrors check(FieldErrors errors, BrandId brand, Kind kind, Draft draft, List<Field> others, Set<ReasonId> reasonsBefore, List<Choice> choicesBefore) {
        errors.text("nameNl", draft.nameNl(), 60).text("nameEn", draft.nameEn(), 60)
                .notLonger("helpNl", draft.helpNl(), 200).notLonger("helpEn", draft.helpEn(), 200).notLonger("unit", draft.unit(), 12);
        if (!draft.archived()) {
            errors.check(others.stream().noneMatch(one -> !one.archived() && same(one.nameNl(), draft.nameNl())), "nameNl", "taken")
                    .check(others.stream().noneMatch(one -> !one.archived() && same(one.nameEn(), draft.nameEn())), "nameEn", "taken");
        }
        choices(errors, draft, choicesBefore);
        if (draft.required() == Required.REASONS) reasons(errors, "reasons", brand, draft.reasons(), reasonsBefore);
        if (draft.required() == Required.RESULTS) named(errors, "results", draft.results(), FieldUse::results);
        shown(errors, brand, kind, draft.shownOf(), reasonsBefore);
        return errors;
    }

    private void shown(FieldErrors errors, BrandId brand, Kind kind, Shown shown, Set<ReasonId> reasonsBefore) {
        switch (shown.by()) {
            case ALL -> { }
            case REASONS -> {
                errors.check(kind == Kind.CASE, "shown.by", "unknown");
                reasons(errors, "shown.reasons", brand, shown.reasons(), reasonsBefore);
            }
            case RESULTS -> {
                errors.check(kind == Kind.CASE, "shown.by", "unknown");
                named(errors, "shown.results", shown.results(), FieldUse::results);
            }
            case TYPES -> {
                errors.check(kind != Kind.CASE, "shown.by", "unknown");
                named(errors, "shown.types", shown.types(), use -> use.types(kind));
            }
        }
    }

    private void reasons(FieldErrors errors, String at, BrandId brand, List<ReasonId> reasons, Set<ReasonId> before) {
        Map<ReasonId, Boolean> known = organisation.allReasons(brand).stream().collect(Collectors.toMap(ReasonRow::id, ReasonRow::archived));
        errors.check(!reasons.isEmpty(), at, "required").atMost(at, reasons, MOST_REASONS).chosen(at, reasons, before, known);
    }

    private void named(FieldErrors errors, String at, List<String> wanted, Function<FieldUse, Set<String>> names) {
        Set<String> known = uses.stream().flatMap(one -> names.apply(one).stream()).collect(Collectors.toSet());
        errors.check(!wanted.isEmpty(), at, "required").check(known.containsAll(wanted), at, "unknown");
    }

    private static void choices(FieldErrors errors, Draft draft, List<Choice> before) {
        if (draft.type() != Type.CHOICE && draft.type() != Type.CHOICES) {
            errors.check(draft.choices().isEmpty(), "choices", "unknown");
            return;
        }
        errors.check(draft.choices().stream().anyMatch(one -> !one.archived()), "choices", "required").atMost("choices", draft.choices(), MOST_CHOICES);
        Set<String> known = before.stream().map(Choice::id).collect(Collectors.toSet());
        Set<String> once = new HashSet<>();
        Set<String> dutch = new HashSet<>();
        Set<String> english = new HashSet<>();
        for (int i = 0; i < draft.choices().size(); i++) {
            Choice one = draft.choices().get(i);
            String at = "choices." + i + ".";
            errors.text(at + "nameNl", one.nameNl(), 80).text(at + "nameEn", one.nameEn(), 80)
                    .check(one.id() == null || known.contains(one.id()) && once.add(one.id()), at + "nameNl", "unknown");
            if (one.archived()) continue;
            errors.check(one.nameNl() == null || dutch.add(folded(one.nameNl())), at + "nameNl", "taken").check(one.nameEn() == null || english.add(folded(one.nameEn())), at + "nameEn", "taken");
        }
    }

    private static boolean same(String name, String other) {
        return other != null && folded(name).equals(folded(other));
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
