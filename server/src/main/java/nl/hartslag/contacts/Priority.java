package nl.hartslag.contacts;

/** How much haste a contact has. Urgent ones stand first in the lists; the others by when they are due. */
public enum Priority {
    LOW,
    NORMAL,
    HIGH,
    URGENT
}
