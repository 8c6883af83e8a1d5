package nl.hartslag.routing.internal.rules;

import java.util.Map;
import nl.hartslag.routing.Routing.Capacity;

/**
 * What a person has in hand or on offer, against how much that may be. A call takes the whole person: nothing comes
 * beside it, and none comes beside a chat. Mail can wait, so mail in hand stops no call and no chat; but someone whose
 * chats are full gets no mail.
 */
public record Hands(Capacity capacity, int calls, int chats, int mails) {
    public static final Capacity USUAL = new Capacity(1, 3, 5);

    public static Hands of(Capacity capacity, Map<Medium, Integer> busy) {
        return new Hands(
                capacity,
                busy.getOrDefault(Medium.CALL, 0),
                busy.getOrDefault(Medium.CHAT, 0),
                busy.getOrDefault(Medium.MAIL, 0));
    }

    /** And one more of these. */
    public Hands and(Medium medium) {
        return switch (medium) {
            case CALL -> new Hands(capacity, calls + 1, chats, mails);
            case CHAT -> new Hands(capacity, calls, chats + 1, mails);
            case MAIL -> new Hands(capacity, calls, chats, mails + 1);
        };
    }

    public boolean roomFor(Medium medium) {
        if (calls > 0 && medium != Medium.CALL) return false;
        return switch (medium) {
            case CALL -> calls < capacity.calls() && chats == 0;
            case CHAT -> chats < capacity.chats();
            case MAIL -> mails < capacity.mails() && (chats == 0 || chats < capacity.chats());
        };
    }

    public boolean room() {
        for (Medium medium : Medium.values()) {
            if (roomFor(medium)) return true;
        }
        return false;
    }

    /** 0 for empty hands; 1 for full ones of one medium. */
    public double fullness() {
        return part(calls, capacity.calls()) + part(chats, capacity.chats()) + part(mails, capacity.mails());
    }

    private static double part(int held, int most) {
        return held == 0 ? 0 : (double) held / Math.max(1, most);
    }
}
