package nl.hartslag.organisation.internal.fields;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.hartslag.organisation.FieldUse;
import nl.hartslag.organisation.FieldValues;
import nl.hartslag.organisation.Fields;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.organisation.internal.db.tables.records.FieldRecord;
import nl.hartslag.organisation.internal.fields.FieldRules.Fits;
import nl.hartslag.organisation.internal.fields.FieldRules.Wrong;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.live.LiveEvent;
import nl.hartslag.platform.live.LiveStream;
import nl.hartslag.platform.problem.FieldErrors;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.FieldId;
import nl.hartslag.shared.ReasonId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class FieldsService implements Fields {
    private final FieldTable table;
    private final FieldForm form;
    private final Organisation organisation;
    private final ObjectProvider<FieldUse> uses;
    private final Audit audit;
    private final LiveStream live;
    private final Clock clock;

    FieldsService(FieldTable table, FieldForm form, Organisation organisation, ObjectProvider<FieldUse> uses, Audit audit, LiveStream live, Clock clock) {
        this.table = table;
        this.form = form;
        this.organisation = organisation;
        this.uses = uses;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
    }

    @Override
    public List<Field> all(Access access, BrandId brand, Kind kind) {
        if (!access.brands().contains(brand)) throw Problem.notFound("brands");
        return table.of(brand, kind);
    }

    @Override
    public FieldId create(Access access, BrandId brand, Kind kind, String key, Draft draft) {
        access.require(Permission.ORGANISATION_CONFIGURE, brand);
        List<Field> others = table.of(brand, kind);
        if (others.size() >= MOST) throw Problem.of("fields/too-many", 409).with("most", MOST);
        FieldErrors errors = FieldForm.key(new FieldErrors(), key).check(others.stream().noneMatch(one -> one.key().equals(key)), "key", "taken");
        form.check(errors, brand, kind, draft, others, Set.of(), List.of()).verify();
        FieldRecord row = table.fresh(brand, kind, key);
        table.fill(row, draft, FieldTable.choices(draft, List.of()));
        row.setArchivedAt(draft.archived() ? clock.instant() : null);
        try {
            row.insert();
        } catch (DuplicateKeyException atOnce) {
            throw Problem.invalid("key", "taken");
        }
        FieldId id = new FieldId(row.getId());
        audit.record(access, "field.created", "field", id.toString(), Optional.of(brand), Map.of("new", table.view(row)));
        tell(brand);
        return id;
    }

    @Override
    public void change(Access access, FieldId id, Draft draft, int version) {
        FieldRecord row = table.hold(id)
                .filter(one -> access.may(Permission.ORGANISATION_CONFIGURE, new BrandId(one.getBrandId())))
                .orElseThrow(() -> Problem.notFound("fields"));
        if (row.getVersion() != version) throw Problem.of("fields/changed", 409);
        BrandId brand = new BrandId(row.getBrandId());
        Field before = table.view(row);
        List<Field> others = table.of(brand, before.kind()).stream().filter(one -> !one.id().equals(id)).toList();
        List<Choice> choices = before.type() == draft.type() ? before.choices() : List.of();
        boolean retyped = before.type() != draft.type();
        FieldErrors errors = new FieldErrors().check(!retyped || uses.stream().noneMatch(use -> use.filled(id)), "type", "filled-in");
        form.check(errors, brand, before.kind(), draft, others, named(before), choices).verify();
        table.fill(row, draft, FieldTable.choices(draft, choices));
        row.setArchivedAt(!draft.archived() ? null : row.getArchivedAt() == null ? clock.instant() : row.getArchivedAt());
        row.setVersion(version + 1);
        row.update();
        audit.record(access, "field.changed", "field", id.toString(), Optional.of(brand), Map.of("old", before, "new", table.view(row)));
        tell(brand);
    }

    private static Set<ReasonId> named(Field field) {
        Set<ReasonId> all = new HashSet<>(field.reasons());
        all.addAll(field.shown().reasons());
        return all;
    }

    @Override
    public void arrange(Access access, BrandId brand, Kind kind, List<FieldId> order, List<FieldId> seen) {
        access.require(Permission.ORGANISATION_CONFIGURE, brand);
        List<FieldId> before = table.holdOrder(brand, kind);
        if (!new HashSet<>(before).containsAll(order) || order.size() != new HashSet<>(order).size()) throw Problem.invalid("order", "unknown");
        if (before.subList(0, order.size()).equals(order)) return;
        if (!before.equals(seen)) throw Problem.of("fields/arranged", 409);
        table.place(brand, kind, order);
        audit.record(access, "fields.arranged", "brand", brand.toString(), Optional.of(brand), Map.of("kind", FieldTable.key(kind)));
        tell(brand);
    }

    /** Also on screens that show no fields yet; which ones there are is no secret to who works for the brand. */
    private void tell(BrandId brand) {
        live.publish(new LiveEvent("organisation.fields.changed", Optional.of(brand), Optional.empty(), Optional.empty(), Optional.empty(), Map.of("brand", brand)));
    }

    @Override
    public List<Field> of(BrandId brand, Kind kind) {
        return table.of(brand, kind);
    }

    @Override
    public FieldValues changed(BrandId brand, Kind kind, FieldId id, Change change, FieldValues now) {
        Field field = table.steady(brand, kind).stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(() -> Problem.notFound("fields"));
        List<String> stored = now.of(id);
        List<String> wanted = switch (FieldRules.check(field, change.value(), stored)) {
            case Fits(List<String> value) -> value;
            case Wrong(Fault(String code, Long limit)) -> throw limit == null ? Problem.invalid("value", code) : Problem.invalid("value", code, limit);
        };
        if (wanted.equals(stored)) return now;
        if (field.archived()) throw Problem.invalid("value", "archived");
        if (!stored.equals(change.before())) throw Problem.of("fields/filled-in", 409);
        return now.with(id, wanted);
    }

    @Override
    public Reader reader(BrandId brand, Kind kind) {
        return new FieldReader(table.steady(brand, kind));
    }

    @Override
    public List<Field> showing(List<Field> fields, About about) {
        if (fields.stream().allMatch(one -> one.shown().by() == ShownBy.ALL)) return fields;
        Set<ReasonId> reasons = about.reasons().stream().flatMap(one -> withThoseAbove(one).stream()).collect(Collectors.toSet());
        return fields.stream().filter(one -> switch (one.shown().by()) {
            case ALL -> true;
            case REASONS -> one.shown().reasons().stream().anyMatch(reasons::contains);
            case RESULTS -> one.shown().results().stream().anyMatch(about.results()::contains);
            case TYPES -> about.type() != null && one.shown().types().contains(about.type());
        }).toList();
    }

    @Override
    public List<Field> required(BrandId brand, Kind kind, @Nullable ReasonId reason, @Nullable String result) {
        List<Field> asked = table.of(brand, kind).stream().filter(one -> !one.archived() && one.required() != Required.NEVER).toList();
        if (asked.isEmpty()) return asked;
        Set<ReasonId> above = withThoseAbove(reason);
        return asked.stream().filter(one -> holds(one, above, result)).toList();
    }

    private static boolean holds(Field field, Set<ReasonId> reasons, @Nullable String result) {
        return switch (field.required()) {
            case NEVER -> false;
            case ALWAYS -> true;
            case REASONS -> field.reasons().stream().anyMatch(reasons::contains);
            case RESULTS -> result != null && field.results().contains(result);
        };
    }

    private Set<ReasonId> withThoseAbove(@Nullable ReasonId reason) {
        Set<ReasonId> all = new HashSet<>();
        Optional<ReasonId> next = Optional.ofNullable(reason);
        while (next.isPresent() && all.add(next.get())) next = organisation.reason(next.get()).flatMap(Organisation.Reason::parent);
        return all;
    }
}
