package nl.hartslag.contacts;

import java.time.Instant;
import java.util.List;
import nl.hartslag.contacts.MessageView.AttachmentView;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ConsultId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.DepartmentId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * A question to another department within a case.
 *
 * @param state   {@code open}, {@code late}, {@code returned} while it waits for who asked, {@code answered} or {@code withdrawn}
 * @param sharesConversation whether the department may read what the customer and we wrote
 * @param answersCustomer whether the department was given the case, and answers the customer itself
 * @param answeredCustomer whether it did; otherwise what it answered went to who asked
 * @param dueAt   by when it was agreed to answer
 * @param late    whether it was late, also when it was answered after all
 * @param files   what the department sent along with its answer to who asked
 * @param settledBy who answered or withdrew it
 * @param steps   what became of it before, oldest first
 */
public record ConsultView(
        ConsultId id,
        BrandId brand,
        CaseId caseId,
        long caseNumber,
        String caseSubject,
        ConversationId conversation,
        ContactId contact,
        DepartmentId department,
        String departmentNl,
        String departmentEn,
        String question,
        boolean sharesConversation,
        boolean answersCustomer,
        boolean answeredCustomer,
        String state,
        Instant askedAt,
        UserId askedBy,
        @Nullable String askedByName,
        Instant dueAt,
        boolean late,
        @Nullable Instant firstSeenAt,
        @Nullable String answer,
        List<AttachmentView> files,
        @Nullable Instant settledAt,
        @Nullable UserId settledBy,
        @Nullable String settledByName,
        ConsultAgreement agreement,
        List<ConsultStep> steps) {}
