package nl.hartslag.contacts.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MentionsTest {
    @Test
    void aNumberIsNamedAsAWordOfItsOwnInAnyCase() {
        assertThat(Mentions.of(List.of("LH-10021", "LH-1002"), "Waar blijft lh-10021?")).containsExactly("LH-10021");
        assertThat(Mentions.of(List.of("LH-10021"), "order (LH-10021), graag")).containsExactly("LH-10021");
        assertThat(Mentions.of(List.of("10021"), "bel 0610021345")).isEmpty();
    }

    @Test
    void aShortNumberAndNoTextSayNothing() {
        assertThat(Mentions.of(List.of("12"), "order 12")).isEmpty();
        assertThat(Mentions.of(List.of("LH-10021"), "")).isEmpty();
        assertThat(Mentions.of(List.of(), "LH-10021")).isEmpty();
    }
}
