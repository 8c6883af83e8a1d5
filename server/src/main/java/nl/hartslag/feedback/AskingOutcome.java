package nl.hartslag.feedback;

/** Why a customer is asked or not. In this order: the first that applies is the one reason that is kept. */
public enum AskingOutcome {
    /** We wrote first, and the customer never answered: he came with nothing. */
    ONLY_WE_WROTE,
    /** The case was solved by rule because the customer did not answer, and his brand does not ask who goes silent. */
    WENT_SILENT,
    /** The customer does not want to be asked. */
    OPT_OUT,
    /** No address for the medium of the contact. */
    NO_ADDRESS,
    /** The reason for contact is on the brand's list of delicate matters. */
    EXCLUDED_REASON,
    /** Not solved (any more); decided anew when it is. */
    CASE_OPEN,
    /** Invited less than the quarantine ago. */
    QUARANTINE,
    /** An invitation is still waiting to be sent or answered. */
    PENDING_INVITATION,
    /** The day's invitations are used up. */
    QUOTA_FULL,
    /** The draw said no. */
    NOT_DRAWN,
    /** Will be invited. */
    SAMPLED
}
