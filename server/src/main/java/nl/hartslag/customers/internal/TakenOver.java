package nl.hartslag.customers.internal;

import static nl.hartslag.customers.internal.db.Tables.CUSTOMER;
import static nl.hartslag.customers.internal.db.Tables.CUSTOMER_GROUP;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.customers.Customers.Customer;
import nl.hartslag.customers.OnePerson.Fact;
import nl.hartslag.customers.internal.db.tables.records.CustomerRecord;
import nl.hartslag.organisation.FieldValues;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a head takes over from a card that goes on with it, and gives back when they are taken apart, unless somebody changed it since. */
@Component
class TakenOver {
    private static final String DECLINED = "DECLINED";
    private static final String FIELD = "field ";
    private static final TypeReference<Map<String, Change>> FORM = new TypeReference<>() {};
    private final DSLContext db;

    TakenOver(DSLContext db) {
        this.db = db;
    }

    /** @param was what the head had before; @param is what it has from the other */
    record Change(@Nullable String was, @Nullable String is) {}

    record GroupNames(String nl, String en) {}

    static String written(Map<String, Change> taken) {
        return JsonMapper.shared().writeValueAsString(taken);
    }

    static Map<String, Change> read(String json) {
        return JsonMapper.shared().readValue(json, FORM);
    }

    /** What of a merge, as it is written, was taken over. */
    static List<Fact> chosen(String json) {
        Map<String, Change> taken = read(json);
        return Arrays.stream(Fact.values()).filter(fact -> taken.containsKey(fact.name())).toList();
    }

    Optional<GroupNames> group(Customer customer) {
        if (customer.group() == null) return Optional.empty();
        return db.select(CUSTOMER_GROUP.NAME_NL, CUSTOMER_GROUP.NAME_EN).from(CUSTOMER_GROUP).where(CUSTOMER_GROUP.ID.eq(customer.group().value()))
                .fetchOptional(row -> new GroupNames(row.value1(), row.value2()));
    }

    /** What was chosen, and what the head does not know; and whoever does not want to be asked is not asked. */
    Map<String, Change> take(CustomerRecord head, CustomerRecord other, Set<Fact> chosen) {
        Map<String, Change> taken = new LinkedHashMap<>();
        for (Fact fact : Fact.values()) {
            String was = of(head, fact);
            String theirs = of(other, fact);
            if (theirs == null || theirs.equals(was) || was != null && !chosen.contains(fact)) continue;
            taken.put(fact.name(), new Change(was, theirs));
            put(head, fact, theirs);
        }
        if (head.getSurveysDeclinedAt() == null && other.getSurveysDeclinedAt() != null) {
            taken.put(DECLINED, new Change(null, other.getSurveysDeclinedAt().toString()));
            head.setSurveysDeclinedAt(other.getSurveysDeclinedAt());
        }
        Map<String, List<String>> fields = new HashMap<>(FieldValues.read(head.getFieldValues().data()).byField());
        FieldValues.read(other.getFieldValues().data()).byField().forEach((field, value) -> {
            if (fields.putIfAbsent(field, value) == null) taken.put(FIELD + field, new Change(null, JsonMapper.shared().writeValueAsString(value)));
        });
        head.setFieldValues(JSONB.valueOf(new FieldValues(fields).written()));
        store(head);
        return taken;
    }

    void giveBack(CustomerRecord head, Map<String, Change> taken) {
        for (Fact fact : Fact.values()) {
            Change change = taken.get(fact.name());
            if (change != null && Objects.equals(of(head, fact), change.is())) put(head, fact, change.was());
        }
        Change declined = taken.get(DECLINED);
        if (declined != null && head.getSurveysDeclinedAt() != null && head.getSurveysDeclinedAt().equals(Instant.parse(Objects.requireNonNull(declined.is())))) head.setSurveysDeclinedAt(null);
        Map<String, List<String>> fields = new HashMap<>(FieldValues.read(head.getFieldValues().data()).byField());
        fields.entrySet().removeIf(one -> {
            Change change = taken.get(FIELD + one.getKey());
            return change != null && JsonMapper.shared().writeValueAsString(one.getValue()).equals(change.is());
        });
        head.setFieldValues(JSONB.valueOf(new FieldValues(fields).written()));
        store(head);
    }

    private void store(CustomerRecord head) {
        db.update(CUSTOMER)
                .set(CUSTOMER.NAME, head.getName())
                .set(CUSTOMER.LANGUAGE, head.getLanguage())
                .set(CUSTOMER.COUNTRY, head.getCountry())
                .set(CUSTOMER.GROUP_ID, head.getGroupId())
                .set(CUSTOMER.SURVEYS_DECLINED_AT, head.getSurveysDeclinedAt())
                .set(CUSTOMER.FIELD_VALUES, head.getFieldValues())
                .where(CUSTOMER.ID.eq(head.getId()))
                .execute();
    }

    private static @Nullable String of(CustomerRecord row, Fact fact) {
        return switch (fact) {
            case NAME -> row.getName();
            case LANGUAGE -> row.getLanguage();
            case COUNTRY -> row.getCountry();
            case GROUP -> row.getGroupId() == null ? null : row.getGroupId().toString();
        };
    }

    private static void put(CustomerRecord row, Fact fact, @Nullable String value) {
        switch (fact) {
            case NAME -> row.setName(value);
            case LANGUAGE -> row.setLanguage(value);
            case COUNTRY -> row.setCountry(value);
            case GROUP -> row.setGroupId(value == null ? null : UUID.fromString(value));
        }
    }
}
