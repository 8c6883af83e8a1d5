package nl.hartslag.contacts;

public enum CaseState {
    OPEN, WAITING_FOR_CUSTOMER, SOLVED
}
