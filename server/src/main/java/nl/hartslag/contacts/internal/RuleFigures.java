package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CASES;
import static nl.hartslag.contacts.internal.db.Tables.CONTACT;
import static nl.hartslag.contacts.internal.db.Tables.CONVERSATION;
import static nl.hartslag.contacts.internal.db.Tables.PROMISE;
import static nl.hartslag.customers.shown.Tables.SHOWN_CUSTOMER;
import static nl.hartslag.organisation.shown.Tables.SHOWN_BRAND;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.hartslag.contacts.PromiseRules.Broken;
import nl.hartslag.contacts.PromiseRules.KeptByRule;
import nl.hartslag.contacts.PromiseRules.Rule;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.PromiseId;
import nl.hartslag.shared.PromiseRuleId;
import nl.hartslag.shared.statistics.Disclosure;
import nl.hartslag.shared.statistics.Share;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How much of what was promised by rule is kept in time: of the promises that fell due in a period and were not withdrawn, those that
 * were kept before their moment. What is late and still open counts as not kept; what stands still is not due.
 */
@Component
class RuleFigures {
    private static final Field<String> CUSTOMER = CustomerShown.NAME.as("customer_name");
    private final DSLContext db;

    RuleFigures(DSLContext db) {
        this.db = db;
    }

    List<KeptByRule> kept(Access access, List<Rule> rules, Instant from, Instant to) {
        Field<Integer> kept = DSL.count().filterWhere(PROMISE.STATE.eq("kept"));
        Map<UUID, KeptByRule> found = db.select(PROMISE.RULE_ID, DSL.count(), kept)
                .from(PROMISE)
                .join(CONTACT).on(CONTACT.ID.eq(PROMISE.CONTACT_ID))
                .where(PROMISE.RULE_ID.in(rules.stream().map(rule -> rule.id().value()).toList()))
                .and(due(from, to)).and(visible(access))
                .groupBy(PROMISE.RULE_ID)
                .fetchMap(PROMISE.RULE_ID, row -> counted(new PromiseRuleId(row.value1()), row.value3(), row.value2()));
        return rules.stream().map(rule -> found.getOrDefault(rule.id().value(), counted(rule.id(), 0, 0))).toList();
    }

    private static KeptByRule counted(PromiseRuleId rule, int hits, int n) {
        return new KeptByRule(rule, n, Disclosure.of(n) == Disclosure.SCORE ? Share.of(hits, n).orElseThrow() : null);
    }

    Page<Broken> broken(Access access, PromiseRuleId rule, Instant from, Instant to, @Nullable String cursor, int limit) {
        Condition after = cursor == null ? DSL.noCondition() : after(cursor);
        var rows = db.select(PROMISE.fields())
                .select(CONVERSATION.ID, CONVERSATION.SUBJECT, CASES.NUMBER, CUSTOMER)
                .from(PROMISE)
                .join(CONTACT).on(CONTACT.ID.eq(PROMISE.CONTACT_ID))
                .join(CONVERSATION).on(CONVERSATION.ID.eq(CONTACT.CONVERSATION_ID))
                .join(CASES).on(CASES.ID.eq(PROMISE.CASE_ID))
                .leftJoin(SHOWN_BRAND).on(SHOWN_BRAND.ID.eq(PROMISE.BRAND_ID))
                .leftJoin(SHOWN_CUSTOMER).on(SHOWN_CUSTOMER.ID.eq(CONVERSATION.CUSTOMER_ID))
                .where(PROMISE.RULE_ID.eq(rule.value()))
                .and(due(from, to)).and(PROMISE.STATE.in("late", "kept_late", "broken")).and(visible(access)).and(after)
                .orderBy(PROMISE.DUE_AT.desc(), PROMISE.ID.desc())
                .limit(limit + 1)
                .fetch();
        var page = rows.stream().limit(limit).toList();
        String next = rows.size() > limit ? page.getLast().get(PROMISE.DUE_AT) + "_" + page.getLast().get(PROMISE.ID) : null;
        return new Page<>(page.stream().map(RuleFigures::view).toList(), next);
    }

    private static Condition due(Instant from, Instant to) {
        return PROMISE.DUE_AT.ge(from).and(PROMISE.DUE_AT.lt(to)).and(PROMISE.STATE.notIn("withdrawn", "open"));
    }

    private static Condition visible(Access access) {
        return access.partner().map(partner -> CONTACT.PARTNER_ID.eq(partner.value())).orElse(DSL.noCondition());
    }

    private static Condition after(String cursor) {
        try {
            int cut = cursor.indexOf('_');
            return DSL.row(PROMISE.DUE_AT, PROMISE.ID).lt(Instant.parse(cursor.substring(0, cut)), UUID.fromString(cursor.substring(cut + 1)));
        } catch (java.time.DateTimeException | IllegalArgumentException | IndexOutOfBoundsException notOurs) {
            throw Problem.invalid("cursor", "invalid");
        }
    }

    private static Broken view(Record row) {
        return new Broken(new PromiseId(row.get(PROMISE.ID)), new ConversationId(row.get(CONVERSATION.ID)), row.get(CASES.NUMBER),
                row.get(CONVERSATION.SUBJECT), row.get(CUSTOMER), row.get(PROMISE.STEP) == null ? row.get(PROMISE.KIND) : row.get(PROMISE.STEP),
                row.get(PROMISE.DUE_AT), row.get(PROMISE.STATE), row.get(PROMISE.SETTLED_AT));
    }
}
