package nl.hartslag.routing.internal.rules;

import static nl.hartslag.routing.internal.rules.Rules.hands;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.hartslag.routing.Routing.Capacity;
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

    @Property
    void neverHasRoomBeyondCapacity(
            @ForAll @IntRange(max = 2) int calls,
            @ForAll @IntRange(max = 6) int chats,
            @ForAll @IntRange(max = 8) int mails,
            @ForAll @IntRange(max = 3) int mostCalls,
            @ForAll @IntRange(max = 5) int mostChats,
            @ForAll @IntRange(max = 8) int mostMails) {
        Hands hands = Hands.of(
                new Capacity(mostCalls, mostChats, mostMails),
                Map.of(Medium.CALL, calls, Medium.CHAT, chats, Medium.MAIL, mails));
        assertThat(hands.roomFor(Medium.CALL) && calls >= mostCalls).isFalse();
        assertThat(hands.roomFor(Medium.CHAT) && chats >= mostChats).isFalse();
        assertThat(hands.roomFor(Medium.MAIL) && mails >= mostMails).isFalse();
        assertThat(hands.roomFor(Medium.CHAT) && calls > 0).isFalse();
    }
}
