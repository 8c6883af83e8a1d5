package nl.hartslag.contacts;

/**
 * How a case that is with us came there, beside the states in which it is not. {@code NEW}: nobody took it yet; {@code OPEN}: somebody did;
 * {@code REOPENED}: it was solved before, and the customer came back with it.
 */
public enum CaseStage {
    NEW, OPEN, REOPENED, WAITING_FOR_DEPARTMENT, WAITING_FOR_CUSTOMER, SOLVED, MERGED
}
