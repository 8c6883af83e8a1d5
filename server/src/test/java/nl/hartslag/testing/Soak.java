package nl.hartslag.testing;

/** Whether the long versions of the tests run: {@code ./hartslag soak} sets the system property {@code soak}. */
public final class Soak {
    private Soak() {}

    /** So many rounds in a test run, or so many in a soak. */
    public static int rounds(int inTest, int inSoak) {
        return Boolean.getBoolean("soak") ? inSoak : inTest;
    }
}
