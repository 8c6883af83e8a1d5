package nl.hartslag.contacts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.hartslag.contacts.ForWhom.ForChange;
import nl.hartslag.contacts.ForWhom.Person;
import nl.hartslag.contacts.SubStates.SubStateChange;
import nl.hartslag.contacts.SubStates.SubStateView;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseChangeId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.CustomerAccountId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.DepartmentId;
import nl.hartslag.shared.FieldId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.ProcessId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.shared.SubStateId;
import org.jspecify.annotations.Nullable;

/**
 * The door of cases: finding them, seeing one whole, and putting contacts where they belong. A case that may not be seen does not
 * exist for the asker; people of a partner see of a case what their partner takes part in.
 */
public interface Cases {
    /** Newest first. */
    Page<CaseHit> find(Access access, CaseFilter filter, @Nullable String cursor, int limit);

    /**
     * @param contacts how many of its newest contacts, and of the promises made in it
     * @throws nl.hartslag.platform.problem.Problem {@code cases/not-found}
     */
    CasePage page(Access access, CaseId id, int contacts);

    /** Whether the customer came with this case himself, or wrote in it; not when only we did. */
    boolean customerCame(CaseId id);

    /** Which contacts of a case this person may see: all of them, or of a partner's people those that their partner takes part in. */
    Set<ContactId> contactsShown(Access access, CaseId id);

    /** What the customer wants solved, in a few words. */
    void rename(Access access, CaseId id, String subject);

    /**
     * Joins a case to another one of the same brand, which goes on for both: open when one of them is, else waiting for a department or for the customer when one is.
     * Refused with {@code cases/merged} when it went elsewhere already, {@code cases/not-whole} when somebody of a partner does not
     * see all of it, {@code cases/changed} when it changed meanwhile. Harmless when repeated.
     */
    CaseChangeId merge(Access access, CaseId from, Joining joining);

    /**
     * Takes contacts out of a case, to a new one or to another one of the same brand. Refused as {@link #merge}, and with field
     * {@code contacts} when they are not of this case, or all of it; field {@code behind} when it must be said how the rest stands.
     */
    CaseChangeId takeOut(Access access, CaseId from, TakingOut takingOut);

    /**
     * Takes a change back, as far as nobody moved these contacts again: else refused with {@code cases/moved-on}. What became of
     * the conversations since goes along. Harmless when repeated.
     */
    void undo(Access access, CaseChangeId change);

    /**
     * @param customer whose it is, or for whom
     * @param account  of one of its members or end customers, or for one
     * @param search   a case number, or a customer's name, address or order number
     * @param open     only those that are not solved
     * @param solved   only those that are
     * @param stage    only those that stand so
     */
    record CaseFilter(
            Optional<BrandId> brand, Optional<CustomerId> customer, Optional<CustomerAccountId> account, @Nullable String search, boolean open,
            boolean solved, Optional<SubStateId> subState, Optional<FieldChosen> field, Optional<CaseStage> stage) {
        public CaseFilter(Optional<BrandId> brand, Optional<CustomerId> customer, @Nullable String search, boolean open) {
            this(brand, customer, Optional.empty(), search, open, false, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** @param value the id of a choice, or {@code true} or {@code false} */
    record FieldChosen(FieldId field, String value) {}

    /** @param accountName of which its customer is a member; @param forWhom he came */
    record CaseHit(
            CaseId id,
            long number,
            BrandId brand,
            String subject,
            CaseState state,
            CaseStage stage,
            @Nullable SubStateView subState,
            @Nullable CustomerId customer,
            @Nullable String customerName,
            @Nullable String accountName,
            @Nullable Person forWhom,
            Instant openedAt,
            @Nullable Instant solvedAt,
            int contacts) {}

    /** @param why for colleagues, may be empty; @param clientKey made by the screen, so that sending twice is one change */
    record Joining(CaseId into, @Nullable String why, String clientKey) {}

    /**
     * @param to      absent for a new case
     * @param subject of a new case; that of the conversation when absent
     * @param behind  how the case stands that stays behind, when it was open and nothing open is left in it
     */
    record TakingOut(
            List<ContactId> contacts,
            Optional<CaseId> to,
            @Nullable String subject,
            @Nullable CaseState behind,
            @Nullable String why,
            String clientKey) {}

    /**
     * A case with all that belongs to it and may be seen.
     *
     * @param reopened how often it was solved and came back
     * @param mergedInto where it went, when it was joined to another case
     * @param contacts the newest ones, oldest first
     * @param earlier how many contacts came before these
     * @param promises of all its contacts; what is still to be kept always, of the rest the newest; oldest first
     * @param changes newest first
     * @param subStateChanges newest first
     * @param forChanges who said for whom it is, newest first
     */
    record CasePage(
            CaseView view,
            @Nullable String customerName,
            int reopened,
            @Nullable CaseLink mergedInto,
            List<CaseConversation> conversations,
            List<CaseContact> contacts,
            int earlier,
            List<PromiseView> promises,
            List<CaseChange> changes,
            List<SubStateChange> subStateChanges,
            List<ForChange> forChanges,
            boolean mayHandle) {}

    record CaseLink(CaseId id, long number) {}

    record CaseConversation(
            ConversationId id,
            String channel,
            String subject,
            @Nullable CustomerId customer,
            @Nullable String customerName,
            Instant lastMessageAt) {}

    /**
     * @param state       {@code waiting}, {@code assigned} or {@code ended}
     * @param reasonCalled with those above it, as it was called when it was registered
     * @param causeCalled the department, and its process where that is known, also when it is not in use any more
     * @param preview     how the customer began
     */
    record CaseContact(
            ContactId id,
            ConversationId conversation,
            String medium,
            String kind,
            String state,
            Instant openedAt,
            @Nullable Instant endedAt,
            @Nullable ReasonId reason,
            @Nullable Called reasonCalled,
            @Nullable DepartmentId cause,
            @Nullable ProcessId process,
            @Nullable Called causeCalled,
            @Nullable Result result,
            @Nullable String handledBy,
            String preview) {}

    /** A name in both languages. */
    record Called(String nl, String en) {}

    /**
     * @param from     where the contacts were
     * @param to       where they went
     * @param byRule   nobody did it: the brand chose that the same order and reason is the same case
     * @param contacts how many
     * @param undoneAt when it was taken back
     */
    record CaseChange(
            CaseChangeId id,
            Kind kind,
            CaseLink from,
            CaseLink to,
            Instant at,
            String byName,
            boolean byRule,
            @Nullable String why,
            int contacts,
            @Nullable Instant undoneAt,
            @Nullable String undoneByName) {}

    enum Kind { MERGED, MOVED, SPLIT }
}
