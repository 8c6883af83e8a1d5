package nl.hartslag.shared;

/** How much haste a contact has when it begins, least first. */
public enum StartsAs {
    LOW,
    NORMAL,
    HIGH,
    URGENT
}
