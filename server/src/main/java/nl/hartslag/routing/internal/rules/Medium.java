package nl.hartslag.routing.internal.rules;

/** How a contact is handled and counted. With a live medium the customer sits waiting at the other end. */
public enum Medium {
    CALL("call", true),
    CHAT("chat", true),
    MAIL("mail", false);

    private final String key;
    private final boolean live;

    Medium(String key, boolean live) {
        this.key = key;
        this.live = live;
    }

    public String key() {
        return key;
    }

    public boolean live() {
        return live;
    }

    public static Medium of(String key) {
        for (Medium medium : values()) {
            if (medium.key.equals(key)) return medium;
        }
        throw new IllegalArgumentException("no medium is called " + key);
    }
}
