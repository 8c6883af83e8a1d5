package nl.hartslag.channels.internal.email.thread;

import static nl.hartslag.channels.internal.email.Mails.aMail;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.channels.internal.email.Mails;
import nl.hartslag.channels.internal.email.parse.MailAddress;
import nl.hartslag.channels.internal.email.thread.Threading.Known;
import nl.hartslag.channels.internal.email.thread.Threading.Why;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.testing.Law;
import org.junit.jupiter.api.Test;

class ThreadingTest {
    private static final BrandId BRAND = BrandId.next();
    private static final Known JANS = new Known(ConversationId.next(), BRAND, Set.of("jan@klant.example"));
    private static final Known PIETS = new Known(ConversationId.next(), BRAND, Set.of("piet@klant.example"));
    private static final Known OTHER_BRANDS = new Known(ConversationId.next(), BrandId.next(), Set.of("jan@klant.example"));
    private static final Map<String, Known> MESSAGES = Map.of("jan-1@demo", JANS, "piet-1@demo", PIETS, "ander@demo", OTHER_BRANDS);

    private static final Threading.Conversations CONVERSATIONS = new Threading.Conversations() {
        @Override
        public List<Known> withMessages(List<String> ids) {
            return ids.stream().filter(MESSAGES::containsKey).map(MESSAGES::get).toList();
        }

        @Override
        public Optional<Known> conversation(ConversationId id) {
            return MESSAGES.values().stream().filter(k -> k.conversation().equals(id)).findFirst();
        }
    };

    private static Threading decide(Mails.Draft mail, Optional<ConversationId> named) {
        var parsed = mail.parsed();
        return Threading.decide(parsed, parsed.from().orElseThrow(), BRAND, named, CONVERSATIONS);
    }

    @Test
    void continuesWhatItAnswers() {
        assertThat(decide(aMail().with("In-Reply-To", "<jan-1@demo>"), Optional.empty()))
                .isEqualTo(new Threading(Optional.of(JANS.conversation()), Why.REFERENCES, Optional.empty()));
        assertThat(decide(aMail().with("References", "<onbekend@x> <jan-1@demo> <ook-onbekend@x>"), Optional.empty()).conversation())
                .contains(JANS.conversation());
    }

    @Test
    void continuesByReplyAddressWhenTheHeadersWereLost() {
        assertThat(decide(aMail(), Optional.of(JANS.conversation())))
                .isEqualTo(new Threading(Optional.of(JANS.conversation()), Why.REPLY_ADDRESS, Optional.empty()));
    }

    @Test
    void neverLetsAStrangerIn() {
        assertThat(decide(aMail().with("In-Reply-To", "<piet-1@demo>"), Optional.empty()))
                .isEqualTo(new Threading(Optional.empty(), Why.OTHER_SENDER, Optional.of(PIETS.conversation())));
        assertThat(decide(aMail(), Optional.of(PIETS.conversation())).conversation()).isEmpty();
        assertThat(decide(aMail().with("Subject", "Re: pakket [10001]"), Optional.empty()).why()).isEqualTo(Why.NOTHING_MATCHES);
    }

    @Test
    void staysWithinTheBrand() {
        assertThat(decide(aMail().with("In-Reply-To", "<ander@demo>"), Optional.empty()).why()).isEqualTo(Why.NOTHING_MATCHES);
    }

    @Test
    void choosesTheConversationInWhichTheSenderTakesPart() {
        assertThat(decide(aMail().with("In-Reply-To", "<piet-1@demo>"), Optional.of(JANS.conversation())).conversation())
                .contains(JANS.conversation());
        assertThat(decide(aMail().with("References", "<jan-1@demo> <piet-1@demo>"), Optional.empty()).conversation())
                .contains(JANS.conversation());
    }

    private static final ReplyToken TOKENS = new ReplyToken(bytes -> {
        byte[] hash = new byte[32];
        Arrays.fill(hash, (byte) Arrays.hashCode(bytes));
        return hash;
    });

    @Test
    void readsItsOwnToken() {
        Law.holds(any -> {
            long high = any.number();
            long low = any.number();
            UUID named = new UUID(high, low);
            String address = TOKENS.address("service@demo.example", named);
            assertThat(address.indexOf('@')).isLessThanOrEqualTo(64);
            assertThat(TOKENS.read(MailAddress.of(address.toUpperCase()).orElseThrow())).contains(named);
        });
    }

    @Test
    void refusesWhatIsNoTokenOfOurs() {
        String genuine = TOKENS.address("service@demo.example", new UUID(1, 2));
        int last = genuine.indexOf('@') - 1;
        String forged = genuine.substring(0, last) + (genuine.charAt(last) == 'a' ? 'b' : 'a') + genuine.substring(last + 1);
        for (String address : List.of(forged, "service@demo.example", "service+@demo.example", "service+vakantie@demo.example",
                "service+" + "z".repeat(41) + "@demo.example", "service+" + "0".repeat(41) + "@demo.example")) {
            assertThat(TOKENS.read(MailAddress.of(address).orElseThrow())).as(address).isEmpty();
        }
    }
}
