package nl.hartslag.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTest {
    @Test
    void spacesAndMarksWithoutWidthAreNothing() {
        assertThat(Visible.nothing("")).isTrue();
        assertThat(Visible.nothing(" \n\t\u00a0")).isTrue();
        assertThat(Visible.nothing("\u200b\u200d\ufeff\u2060 \u00ad")).isTrue();
    }

    @Test
    void anythingElseIsSomething() {
        assertThat(Visible.nothing("\u200bHallo")).isFalse();
        assertThat(Visible.nothing("👨‍👩‍👧")).isFalse();
        assertThat(Visible.nothing(".")).isFalse();
    }
}
