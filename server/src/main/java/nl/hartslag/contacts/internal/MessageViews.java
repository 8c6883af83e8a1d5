package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.ATTACHMENT;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.hartslag.contacts.ConversationView.Part;
import nl.hartslag.contacts.ConversationView.Recipient;
import nl.hartslag.contacts.Delivery;
import nl.hartslag.contacts.MessageView;
import nl.hartslag.contacts.MessageView.AttachmentView;
import nl.hartslag.contacts.internal.db.tables.records.MessageRecord;
import nl.hartslag.shared.AttachmentId;
import nl.hartslag.shared.EnvelopeId;
import nl.hartslag.shared.MessageId;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Messages with their attachments, in one more query however many there are. */
@Component
class MessageViews {
    private final DSLContext db;

    MessageViews(DSLContext db) {
        this.db = db;
    }

    List<MessageView> of(List<MessageRecord> messages) {
        if (messages.isEmpty()) return List.of();
        Map<UUID, List<AttachmentView>> attachments = files(messages.stream().map(MessageRecord::getId).toList());
        return messages.stream()
                .map(message -> view(message, attachments.getOrDefault(message.getId(), List.of())))
                .toList();
    }

    Map<UUID, List<AttachmentView>> files(Collection<UUID> messages) {
        if (messages.isEmpty()) return Map.of();
        return db.selectFrom(ATTACHMENT)
                .where(ATTACHMENT.MESSAGE_ID.in(messages))
                .orderBy(ATTACHMENT.POSITION)
                .fetchGroups(ATTACHMENT.MESSAGE_ID, row -> {
                    var file = row.into(ATTACHMENT);
                    return new AttachmentView(
                            new AttachmentId(file.getId()),
                            file.getName(),
                            file.getType(),
                            file.getSize(),
                            file.getContentId(),
                            file.getInline(),
                            Programs.isOne(file.getName(), file.getType()));
                });
    }

    private static List<Recipient> recipients(MessageRecord row) {
        if (row.getToAddresses() == null) return List.of();
        return Stream.of(part(row.getToAddresses(), Part.TO), part(row.getCcAddresses(), Part.CC), part(row.getBccAddresses(), Part.BCC)).flatMap(each -> each).toList();
    }

    private static Stream<Recipient> part(String[] addresses, Part part) {
        return Stream.of(addresses).map(address -> new Recipient(address, part));
    }

    private static MessageView view(MessageRecord row, List<AttachmentView> attachments) {
        boolean byUser = row.getAuthorKind().equals("user") && row.getAuthorId() != null;
        return new MessageView(
                new MessageId(row.getId()),
                row.getSeq(),
                row.getDirection(),
                row.getAuthorKind(),
                byUser ? new UserId(row.getAuthorId()) : null,
                row.getAuthorName(),
                row.getAt(),
                row.getText(),
                row.getFoldedText(),
                row.getHtml(),
                row.getFoldedHtml(),
                row.getRemoteImages(),
                row.getAutomatic(),
                row.getSenderProven(),
                row.getPurpose(),
                row.getClientKey(),
                row.getEnvelopeId() == null ? null : new EnvelopeId(row.getEnvelopeId()),
                Rows.state(Delivery.class, row.getDelivery()),
                row.getDeliveryDetail(),
                recipients(row),
                attachments);
    }
}
