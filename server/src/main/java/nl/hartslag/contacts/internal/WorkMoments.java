package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CASES;
import static nl.hartslag.contacts.internal.db.Tables.CONTACT;
import static nl.hartslag.contacts.internal.db.Tables.CONVERSATION;
import static nl.hartslag.customers.shown.Tables.SHOWN_CUSTOMER;
import static nl.hartslag.organisation.shown.Tables.SHOWN_BRAND;
import static nl.hartslag.organisation.shown.Tables.SHOWN_REASON;
import static nl.hartslag.people.shown.Tables.SHOWN_USER;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.customers.Timeline.Other;
import nl.hartslag.customers.Timeline.Place;
import nl.hartslag.customers.Timeline.What;
import nl.hartslag.customers.TimelineSource;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.CustomerId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The contacts and solved cases of a customer, with those in which somebody else came for him. */
@Component
class WorkMoments implements TimelineSource {
    private static final Set<What> TOLD = EnumSet.of(What.CONTACT, What.CASE_SOLVED);
    private static final Field<UUID> HANDLED_BY = DSL.coalesce(CONTACT.ENDED_BY, CONTACT.ASSIGNED_TO);
    private static final Field<String> OTHER_NAME = CustomerShown.NAME.as("other_name");
    private final DSLContext db;
    private final Scope scope;

    WorkMoments(DSLContext db, Scope scope) {
        this.db = db;
        this.scope = scope;
    }

    @Override
    public Set<What> tells() {
        return TOLD;
    }

    @Override
    public List<Told> newest(Access access, What what, Asked asked) {
        if (!access.may(Permission.CONTACTS_VIEW, asked.customer().brand())) return List.of();
        return what == What.CONTACT ? contacts(access, asked) : solved(access, asked);
    }

    /** In which he came, and in which somebody came for him: each by its own index. */
    private List<Told> contacts(Access access, Asked asked) {
        Field<String> reason = access.language().equals("nl") ? SHOWN_REASON.NAME_NL : SHOWN_REASON.NAME_EN;
        List<Told> all = new ArrayList<>(contacts(access, asked, reason, CONTACT.CUSTOMER_ID.in(asked.cards()), CASES.FOR_CUSTOMER_ID));
        Condition forHim = CONTACT.CASE_ID.eq(DSL.any(DSL.array(DSL.select(CASES.ID).from(CASES).where(CASES.FOR_CUSTOMER_ID.in(asked.cards())))))
                .and(CONTACT.CUSTOMER_ID.isNull().or(CONTACT.CUSTOMER_ID.notIn(asked.cards())));
        all.addAll(contacts(access, asked, reason, forHim, CONTACT.CUSTOMER_ID));
        return newest(all, asked);
    }

    private List<Told> contacts(Access access, Asked asked, Field<String> reason, Condition whose, Field<UUID> other) {
        return db.select(CONTACT.ID, CONTACT.CUSTOMER_ID, CONTACT.CONVERSATION_ID, CONTACT.CASE_ID, CONTACT.CHANNEL, CONTACT.STATE, CONTACT.KIND, CONTACT.OPENED_AT,
                        CASES.NUMBER, CONVERSATION.SUBJECT, SHOWN_USER.NAME, reason, other, OTHER_NAME)
                .from(CONTACT)
                .join(CASES).on(CASES.ID.eq(CONTACT.CASE_ID))
                .join(CONVERSATION).on(CONVERSATION.ID.eq(CONTACT.CONVERSATION_ID))
                .leftJoin(SHOWN_REASON).on(SHOWN_REASON.ID.eq(CONTACT.REASON_ID))
                .leftJoin(SHOWN_USER).on(SHOWN_USER.ID.eq(HANDLED_BY))
                .leftJoin(SHOWN_BRAND).on(SHOWN_BRAND.ID.eq(CONTACT.BRAND_ID))
                .leftJoin(SHOWN_CUSTOMER).on(SHOWN_CUSTOMER.ID.eq(other))
                .where(whose)
                .and(seen(access))
                .and(asked.older(What.CONTACT, CONTACT.OPENED_AT, CONTACT.ID))
                .and(asked.text().isEmpty() ? DSL.noCondition() : asked.says(CONVERSATION.SUBJECT, reason, SHOWN_USER.NAME).or(asked.saysNumber(CASES.NUMBER)))
                .orderBy(CONTACT.OPENED_AT.desc(), CONTACT.ID.desc())
                .limit(asked.limit())
                .fetch(row -> new Told(What.CONTACT, row.get(CONTACT.ID), row.get(CONTACT.OPENED_AT))
                        .title(row.get(CONVERSATION.SUBJECT))
                        .words(row.get(reason))
                        .state(row.get(CONTACT.STATE))
                        .by(row.get(SHOWN_USER.NAME))
                        .in(place(row, row.get(CONTACT.CONVERSATION_ID), row.get(CONTACT.CASE_ID), row.get(CONTACT.CHANNEL)))
                        .other(other(row, row.get(other), asked.cards().contains(row.get(CONTACT.CUSTOMER_ID)))));
    }

    private static @Nullable Other other(Record row, @Nullable UUID other, boolean forHim) {
        return other == null || forHim && other.equals(row.get(CONTACT.CUSTOMER_ID)) ? null : new Other(new CustomerId(other), row.get(OTHER_NAME), forHim);
    }

    private List<Told> solved(Access access, Asked asked) {
        Field<String> subject = scope.subject(access).as("seen_subject");
        List<Told> all = new ArrayList<>(solved(access, asked, subject, CASES.CUSTOMER_ID.in(asked.cards())));
        all.addAll(solved(access, asked, subject, CASES.FOR_CUSTOMER_ID.in(asked.cards()).and(CASES.CUSTOMER_ID.isNull().or(CASES.CUSTOMER_ID.notIn(asked.cards())))));
        return newest(all, asked);
    }

    private List<Told> solved(Access access, Asked asked, Field<String> subject, Condition whose) {
        Condition part = access.partner()
                .map(partner -> DSL.exists(DSL.selectOne().from(CONTACT).where(CONTACT.CASE_ID.eq(CASES.ID)).and(CONTACT.PARTNER_ID.eq(partner.value()))))
                .orElseGet(DSL::noCondition);
        return db.select(CASES.ID, CASES.NUMBER, CASES.SOLVED_AT, SHOWN_USER.NAME, subject)
                .from(CASES)
                .leftJoin(SHOWN_USER).on(SHOWN_USER.ID.eq(CASES.SOLVED_BY))
                .where(whose)
                .and(CASES.BRAND_ID.in(access.brands().stream().map(brand -> brand.value()).toList()))
                .and(part)
                .and(CASES.STATE.eq("solved"))
                .and(CASES.SOLVED_AT.isNotNull())
                .and(asked.older(What.CASE_SOLVED, CASES.SOLVED_AT, CASES.ID))
                .and(asked.text().isEmpty() ? DSL.noCondition() : asked.says(scope.subject(access), SHOWN_USER.NAME).or(asked.saysNumber(CASES.NUMBER)))
                .orderBy(CASES.SOLVED_AT.desc(), CASES.ID.desc())
                .limit(asked.limit())
                .fetch(row -> new Told(What.CASE_SOLVED, row.get(CASES.ID), row.get(CASES.SOLVED_AT))
                        .title(row.get(subject))
                        .by(row.get(SHOWN_USER.NAME))
                        .in(place(row, null, row.get(CASES.ID), null)));
    }

    static Place place(Record row, @Nullable UUID conversation, UUID caseId, @Nullable String channel) {
        return new Place(conversation == null ? null : new ConversationId(conversation), new CaseId(caseId), row.get(CASES.NUMBER), channel);
    }

    static Condition seen(Access access) {
        Condition brands = CONTACT.BRAND_ID.in(access.brands().stream().map(brand -> brand.value()).toList());
        return access.partner().map(partner -> brands.and(CONTACT.PARTNER_ID.eq(partner.value()))).orElse(brands);
    }

    /** What came from two indexes, as one. */
    private static List<Told> newest(List<Told> all, Asked asked) {
        Comparator<Told> oldestFirst = Comparator.comparing((Told one) -> one.place().at()).thenComparing(one -> one.place().id().toString());
        return all.stream().sorted(oldestFirst.reversed()).limit(asked.limit()).toList();
    }
}
