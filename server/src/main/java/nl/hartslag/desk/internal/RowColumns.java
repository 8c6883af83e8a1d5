package nl.hartslag.desk.internal;

import static nl.hartslag.desk.internal.db.Tables.CONVERSATION_ROW;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Priority;
import nl.hartslag.desk.DeskRow;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.UserId;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** From the table to what a list shows. */
final class RowColumns {
    private RowColumns() {}

    static DeskRow read(Record row) {
        var t = CONVERSATION_ROW;
        return new DeskRow(
                new ConversationId(row.get(t.CONVERSATION_ID)),
                new ContactId(row.get(t.CONTACT_ID)),
                new CaseId(row.get(t.CASE_ID)),
                row.get(t.CASE_NUMBER),
                CaseState.valueOf(row.get(t.CASE_STATE).toUpperCase(Locale.ROOT)),
                null,
                new BrandId(row.get(t.BRAND_ID)),
                id(row.get(t.PARTNER_ID), PartnerId::new),
                id(row.get(t.CUSTOMER_ID), CustomerId::new),
                row.get(t.CUSTOMER_NAME),
                null,
                row.get(t.CHANNEL),
                row.get(t.MEDIUM),
                row.get(t.SUBJECT),
                row.get(t.PREVIEW),
                row.get(t.PREVIEW_FROM),
                row.get(t.STATE),
                id(row.get(t.QUEUE_ID), QueueId::new),
                row.get(t.QUEUE_NAME),
                id(row.get(t.ASSIGNED_TO), UserId::new),
                row.get(t.ASSIGNED_NAME),
                row.get(t.OPENED_AT),
                row.get(t.LAST_AT),
                row.get(t.WAITING_SINCE),
                row.get(t.DUE_AT),
                row.get(t.LATE),
                row.get(t.UNDELIVERED),
                row.get(t.LAST_IN_SEQ) > row.get(t.READ_SEQ),
                row.get(t.CLOSED_AT),
                row.get(t.COMES_BACK_AT),
                Priority.valueOf(row.get(t.PRIORITY).toUpperCase(Locale.ROOT)),
                row.get(t.SOON_AT),
                List.of(),
                List.of());
    }

    private static <T> @Nullable T id(@Nullable UUID value, Function<UUID, T> type) {
        return value == null ? null : type.apply(value);
    }
}
