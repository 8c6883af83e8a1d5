package nl.hartslag.desk.internal;

import java.util.List;
import java.util.UUID;
import nl.hartslag.contacts.PastWorkStored;
import nl.hartslag.shared.Id;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Past work is found by search and under closed as well; its rows come in one statement per batch. */
@Component
class PastRows {
    private static final String FILL = """
            insert into desk.conversation_row (conversation_id, contact_id, case_id, case_number, case_state, brand_id, partner_id,
                customer_id, customer_name, channel, medium, subject, preview, preview_from, state, queue_id, queue_name,
                assigned_to, assigned_name, opened_at, last_at, waiting_since, closed_at, last_in_seq, read_seq)
            select past.conversation_id, past.contact_id, past.case_id, past.case_number, past.case_state, past.brand_id, past.partner_id,
                past.customer_id, customer.name, past.channel, past.medium, past.subject,
                regexp_replace(past.last_text, '\\s+', ' ', 'g'), past.last_direction,
                case past.state when 'ended' then 'closed' else past.state end, past.queue_id, queue.name,
                past.handled_by, person.name, past.opened_at, past.last_message_at, past.waiting_since, past.ended_at, past.last_seq, past.last_seq
            from contacts.shown_latest_contact past
                left join customers.shown_customer customer on customer.id = past.customer_id
                left join routing.shown_queue queue on queue.id = past.queue_id
                left join people.shown_user person on person.id = past.handled_by
            where past.conversation_id = any (?)
            on conflict (conversation_id) do nothing""";

    private final DSLContext database;

    PastRows(DSLContext database) {
        this.database = database;
    }

    @EventListener
    void on(PastWorkStored stored) {
        List<UUID> ids = stored.conversations().stream().map(Id::value).toList();
        database.execute(FILL, (Object) ids.toArray(UUID[]::new));
    }
}
