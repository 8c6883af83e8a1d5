package nl.hartslag.routing.internal.rules;

import static nl.hartslag.routing.internal.rules.Rules.hands;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.hartslag.routing.Routing.Capacity;
import nl.hartslag.testing.Law;
import org.junit.jupiter.api.Test;

class HandsTest {
    @Test
    void takesOneCallOrThreeChatsOrFiveMails() {
        assertThat(hands(0, 0, 0).roomFor(Medium.CALL)).isTrue();
        assertThat(hands(1, 0, 0).roomFor(Medium.CALL)).isFalse();
        assertThat(hands(0, 2, 0).roomFor(Medium.CHAT)).isTrue();
        assertThat(hands(0, 3, 0).roomFor(Medium.CHAT)).isFalse();
        assertThat(hands(0, 0, 4).roomFor(Medium.MAIL)).isTrue();
        assertThat(hands(0, 0, 5).roomFor(Medium.MAIL)).isFalse();
    }

    @Test
    void takesNothingBesideACall() {
        assertThat(hands(1, 0, 0).room()).isFalse();
    }

    @Test
    void takesACallBesideMailsButNotBesideAChat() {
        assertThat(hands(0, 0, 5).roomFor(Medium.CALL)).isTrue();
        assertThat(hands(0, 1, 0).roomFor(Medium.CALL)).isFalse();
    }

    @Test
    void takesNoMailWhenChatsAreFull() {
        assertThat(hands(0, 3, 0).roomFor(Medium.MAIL)).isFalse();
    }

    @Test
    void takesMailWhenChatsAreNotHisWork() {
        assertThat(new Hands(new Capacity(0, 0, 2), 0, 0, 1).roomFor(Medium.MAIL)).isTrue();
        assertThat(new Hands(new Capacity(0, 0, 2), 0, 0, 1).roomFor(Medium.CHAT)).isFalse();
    }

    @Test
    void neverHasRoomBeyondCapacity() {
        Law.holds(any -> {
            int calls = any.number(0, 2);
            int chats = any.number(0, 6);
            int mails = any.number(0, 8);
            Capacity most = new Capacity(any.number(0, 3), any.number(0, 5), any.number(0, 8));
            Hands hands = Hands.of(most, Map.of(Medium.CALL, calls, Medium.CHAT, chats, Medium.MAIL, mails));
            assertThat(hands.roomFor(Medium.CALL) && calls >= most.calls()).isFalse();
            assertThat(hands.roomFor(Medium.CHAT) && chats >= most.chats()).isFalse();
            assertThat(hands.roomFor(Medium.MAIL) && mails >= most.mails()).isFalse();
            assertThat(hands.roomFor(Medium.CHAT) && calls > 0).isFalse();
        });
    }
}
