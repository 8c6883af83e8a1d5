package nl.hartslag.desk.internal;

import static nl.hartslag.desk.internal.db.Tables.CONVERSATION_ROW;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import nl.hartslag.desk.DeskRow;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.CustomerId;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Makes the rows of conversations anew from what the modules below show of them, in one statement for as many as there are.
 * A row is not patched, except where an erased customer is taken off it, so it cannot drift from what it is about; and it is held
 * meanwhile, so of two changes at once the later one sees the other.
 */
@Component
class RowMaker {
    /** What is the same is not written, and not returned. */
    private static final String MAKE = """
            insert into desk.conversation_row as was (conversation_id, contact_id, case_id, case_number, case_state, brand_id, partner_id,
                customer_id, customer_name, channel, medium, subject, preview, preview_from, state, queue_id, queue_name,
                assigned_to, assigned_name, opened_at, last_at, waiting_since, due_at, late, undelivered, closed_at, last_in_seq, read_seq,
                comes_back_at, priority, soon_at)
            select latest.conversation_id, latest.contact_id, latest.case_id, latest.case_number, latest.case_state, latest.brand_id,
                latest.partner_id, latest.customer_id, coalesce(customer.name, case when not brand.anonymous then customer.address end),
                latest.channel, latest.medium, latest.subject,
                case when length(line) > 160 then left(line, 159) || '…' else line end, latest.last_direction,
                case latest.state when 'ended' then 'closed' else latest.state end, latest.queue_id, queue.name,
                latest.handled_by, person.name, latest.opened_at, latest.last_said_at,
                case when latest.state <> 'ended' then latest.waiting_since end, latest.due_at, latest.late, latest.undelivered,
                latest.ended_at, latest.last_in_seq, least(latest.agent_read_seq, latest.last_in_seq), latest.comes_back_at,
                latest.priority, latest.soon_at
            from contacts.shown_latest_contact latest
                left join organisation.shown_brand brand on brand.id = latest.brand_id
                left join customers.shown_customer customer on customer.id = latest.customer_id
                left join routing.shown_queue queue on queue.id = latest.queue_id
                left join people.shown_user person on person.id = latest.handled_by
                cross join lateral (select btrim(regexp_replace(latest.last_text, '\\s+', ' ', 'g')) as line) words
            where latest.conversation_id = any ({0})
            on conflict (conversation_id) do update set
                (contact_id, case_id, case_number, case_state, partner_id, customer_id, customer_name, medium, subject, preview,
                 preview_from, state, queue_id, queue_name, assigned_to, assigned_name, opened_at, last_at, waiting_since, due_at, late,
                 undelivered, closed_at, last_in_seq, read_seq, comes_back_at, priority, soon_at) =
                (excluded.contact_id, excluded.case_id, excluded.case_number, excluded.case_state, excluded.partner_id,
                 excluded.customer_id, excluded.customer_name, excluded.medium, excluded.subject, excluded.preview,
                 excluded.preview_from, excluded.state, excluded.queue_id, excluded.queue_name, excluded.assigned_to,
                 excluded.assigned_name, excluded.opened_at, excluded.last_at, excluded.waiting_since, excluded.due_at, excluded.late,
                 excluded.undelivered, excluded.closed_at, excluded.last_in_seq, excluded.read_seq, excluded.comes_back_at,
                 excluded.priority, excluded.soon_at)
            where (was.contact_id, was.case_id, was.case_state, was.partner_id, was.customer_id, was.customer_name, was.subject,
                   was.preview, was.preview_from, was.state, was.queue_id, was.queue_name, was.assigned_to, was.assigned_name, was.opened_at,
                   was.last_at, was.waiting_since, was.due_at, was.late, was.undelivered, was.closed_at, was.last_in_seq, was.read_seq,
                   was.comes_back_at, was.priority, was.soon_at)
                is distinct from
                  (excluded.contact_id, excluded.case_id, excluded.case_state, excluded.partner_id, excluded.customer_id,
                   excluded.customer_name, excluded.subject, excluded.preview, excluded.preview_from, excluded.state, excluded.queue_id,
                   excluded.queue_name, excluded.assigned_to, excluded.assigned_name, excluded.opened_at, excluded.last_at,
                   excluded.waiting_since, excluded.due_at, excluded.late, excluded.undelivered, excluded.closed_at, excluded.last_in_seq,
                   excluded.read_seq, excluded.comes_back_at, excluded.priority, excluded.soon_at)
            returning was.*""";

    private final DSLContext database;
    private final RowGroups groups;

    RowMaker(DSLContext database, RowGroups groups) {
        this.database = database;
        this.groups = groups;
    }

    /** Conversations of these customers, the newest. */
    List<ConversationId> of(Collection<CustomerId> customers, int most) {
        return database.select(CONVERSATION_ROW.CONVERSATION_ID).from(CONVERSATION_ROW)
                .where(CONVERSATION_ROW.CUSTOMER_ID.in(customers.stream().map(CustomerId::value).toList()))
                .orderBy(CONVERSATION_ROW.LAST_AT.desc()).limit(most)
                .fetch(row -> new ConversationId(row.value1()));
    }

    /** @return the rows that are different from what they were */
    List<DeskRow> make(Collection<ConversationId> conversations) {
        if (conversations.isEmpty()) return List.of();
        var ids = conversations.stream().map(ConversationId::value).sorted().toArray(UUID[]::new);
        // held before anything is read: whoever changes the same conversation at once would else write what he saw before
        database.resultQuery("select 1 from desk.conversation_row where conversation_id = any ({0}) order by conversation_id for update", DSL.val(ids)).fetch();
        return groups.beside(database.resultQuery(MAKE, DSL.val(ids)).coerce(CONVERSATION_ROW).fetch(RowColumns::read));
    }
}
