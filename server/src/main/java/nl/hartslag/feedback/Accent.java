package nl.hartslag.feedback;

/** A brand's colour, made fit to read: what stands on it, and what it must become on paper and in the dark. */
public record Accent(int red, int green, int blue) {
    private static final double READABLE = 4.5;
    private static final Accent WHITE = new Accent(255, 255, 255);
    private static final Accent INK = new Accent(0x1b, 0x18, 0x15);
    /** The dark page's background; see the survey's style sheet. */
    private static final Accent NIGHT = new Accent(0x1e, 0x1b, 0x19);

    /** @param hex {@code #rrggbb} or {@code rrggbb} */
    public static Accent of(String hex) {
        int value = Integer.parseInt(hex.startsWith("#") ? hex.substring(1) : hex, 16);
        return new Accent(value >> 16 & 0xFF, value >> 8 & 0xFF, value & 0xFF);
    }

    /** White or ink, whichever reads better on this colour. */
    public Accent on() {
        return contrast(WHITE) >= contrast(INK) ? WHITE : INK;
    }

    /** The nearest darker shade that reads on white. */
    public Accent onPaper() {
        return towards(new Accent(0, 0, 0), WHITE);
    }

    /** The nearest lighter shade that reads on the dark page. */
    public Accent atNight() {
        return towards(WHITE, NIGHT);
    }

    public String hex() {
        return String.format("#%02x%02x%02x", red, green, blue);
    }

    /** Contrast ratio of WCAG 2, 1 to 21. */
    double contrast(Accent other) {
        double a = luminance();
        double b = other.luminance();
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private Accent towards(Accent goal, Accent background) {
        Accent shade = this;
        for (int step = 1; step <= 20 && shade.contrast(background) < READABLE; step++) shade = mixed(goal, step / 20.0);
        return shade;
    }

    private Accent mixed(Accent other, double share) {
        return new Accent(mix(red, other.red, share), mix(green, other.green, share), mix(blue, other.blue, share));
    }

    private static int mix(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
