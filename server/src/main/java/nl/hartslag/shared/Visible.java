package nl.hartslag.shared;

/** What a reader sees of a text. */
public final class Visible {
    private Visible() {}

    /** Whether nothing in it can be seen: only spaces, and marks without a width such as U+200B. */
    public static boolean nothing(String text) {
        return text.codePoints().allMatch(each -> Character.isWhitespace(each) || Character.isSpaceChar(each)
                || Character.getType(each) == Character.FORMAT || Character.isISOControl(each));
    }
}
