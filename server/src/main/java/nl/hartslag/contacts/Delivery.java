package nl.hartslag.contacts;

/** How far a message that left has come. It only moves forward; failed and bounced stand apart. */
public enum Delivery {
    NONE, QUEUED, SENT, DELAYED, DELIVERED, READ, FAILED, BOUNCED
}
