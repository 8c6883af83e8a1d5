package nl.hartslag.contacts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.hartslag.shared.AccountId;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * @param contact      the open contact, or else the last one
 * @param senderProven whether the customer's latest message came from an address that he showed to be his
 * @param recipients   who gets an answer by mail, the customer first
 */
public record ConversationView(
        ConversationId id,
        BrandId brand,
        @Nullable CustomerId customer,
        CaseId caseId,
        long caseNumber,
        CaseState caseState,
        Optional<ContactId> contact,
        String channel,
        @Nullable AccountId account,
        String subject,
        @Nullable String language,
        boolean senderProven,
        Instant startedAt,
        int lastSeq,
        int customerReadSeq,
        int agentReadSeq,
        List<Recipient> recipients) {

    /** An address that an answer by mail goes to, or would go to when a person says so. */
    public record Recipient(String address, Part part) {}

    /** @see Addressees */
    public enum Part { TO, CC, BCC, ASIDE }
}
