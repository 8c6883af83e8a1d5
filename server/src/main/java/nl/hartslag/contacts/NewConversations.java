package nl.hartslag.contacts;

import java.util.UUID;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.CustomerId;

/** Conversations that we begin, by mail. */
public interface NewConversations {
    /** The longest that a subject may be. */
    int LONGEST_SUBJECT = 200;

    /**
     * Begins a conversation in a case of its own. It is in the hands of who begins it; nothing is sent by that: what he writes in it goes to
     * this address, and the answers of the customer come back in it. Needs {@code contacts.handle} for the brand of the customer. The same
     * {@code clientKey} of the same person is one conversation.
     *
     * @throws nl.hartslag.platform.problem.Problem {@code customers/not-found}; field {@code identity} when it is no e-mail address of this
     *         customer; {@code contacts/no-mail} when the brand sends no mail
     */
    ConversationId begin(Access access, NewConversation wanted);

    /**
     * The same with somebody whom we may not know yet: the customer of this address, who is made when there is none; what is known of him stays as it is.
     * Not for people of a partner, who would be told by it whom we know.
     *
     * @throws nl.hartslag.platform.problem.Problem the fields {@code address}, {@code name} and {@code subject}; {@code contacts/known-only} for people of a
     *         partner; {@code contacts/anonymous-brand} when an address leads to no customer of this brand; {@code contacts/no-mail}
     */
    ConversationId begin(Access access, NewCorrespondent wanted);

    /**
     * @param identity  the e-mail address of the customer that is written to
     * @param subject   as it stands above the mail
     * @param clientKey made by the screen, so that beginning twice is one conversation
     */
    record NewConversation(CustomerId customer, UUID identity, String subject, String clientKey) {}

    /**
     * @param name      used when the customer is new or had none; may be empty
     * @param subject   as it stands above the mail
     * @param clientKey made by the screen, so that beginning twice is one conversation
     */
    record NewCorrespondent(BrandId brand, String address, String name, String subject, String clientKey) {}
}
