package nl.hartslag.people;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.hartslag.platform.security.Access;
import org.jspecify.annotations.Nullable;

/** How a person hears of news, as he likes it, and when not at all. */
public interface Notifications {
    NotificationSettings of(Access access);

    /** @return the settings as they are afterwards */
    NotificationSettings change(Access access, NotificationDraft draft);

    /** From now on, however long it still lasted. */
    NotificationSettings doNotDisturb(Access access, Lasts lasts);

    /** Ends it; harmless when it is not on. */
    NotificationSettings disturbAgain(Access access);

    /** What news can be about, with how one hears of it who chose nothing: seen as ever, told by a browser that may, without a sound. */
    enum NewsKind {
        /** Work was offered or given to him. */
        WORK(new NewsWays(false, true, false)),
        /** A customer wrote in a conversation he has in hand. */
        CUSTOMER(new NewsWays(false, true, false)),
        /** A colleague asks or answers something. */
        COLLEAGUE(new NewsWays(true, true, false)),
        /** A promise of his is nearly due or late. */
        PROMISE(new NewsWays(true, true, false)),
        /** An answer of his was not sent, or did not arrive. */
        UNSENT(new NewsWays(true, true, false));

        private final NewsWays usual;

        NewsKind(NewsWays usual) {
            this.usual = usual;
        }

        public NewsWays usual() {
            return usual;
        }
    }

    /** @param onScreen a message in the product; what stands in lists and what is offered is seen anyway */
    record NewsWays(boolean onScreen, boolean browser, boolean sound) {}

    /**
     * @param ways         a kind that is left out stays as it is
     * @param showsSubject whether a browser notification also says what it is about
     * @param volume       of the sound, 0 to 100
     */
    record NotificationDraft(Map<NewsKind, @Nullable NewsWays> ways, boolean showsSubject, int volume) {
        public NotificationDraft {
            ways = ways == null ? Map.of() : new LinkedHashMap<>(ways);
        }
    }

    /** @param doNotDisturb absent when news may come; it ends by itself */
    record NotificationSettings(Map<NewsKind, NewsWays> ways, boolean showsSubject, int volume, @Nullable DoNotDisturb doNotDisturb) {
        /** For who chose nothing. */
        public static final boolean USUALLY_SHOWS_SUBJECT = false;

        public static final int USUAL_VOLUME = 50;
    }

    /** @param until absent when it lasts until the person ends it */
    record DoNotDisturb(Instant since, @Nullable Instant until) {}

    /** How long one is not to be disturbed. */
    enum Lasts {
        HOUR,
        /** Until work begins again, by the clock of where the person works. */
        MORNING,
        UNTIL_ENDED
    }
}
