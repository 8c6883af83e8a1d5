package nl.hartslag.contacts;

/** How a customer left a conversation: by saying so, or by staying silent. */
public enum Leaving {
    ENDED, SILENT
}
