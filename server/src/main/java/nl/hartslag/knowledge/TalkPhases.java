package nl.hartslag.knowledge;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import nl.hartslag.knowledge.GuidelineUse.Situation;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import org.jspecify.annotations.Nullable;

/** The phases of a talk: a help to those who want it. One moves freely, and nothing waits for it. */
public interface TalkPhases {
    /** Needs {@code guidelines.write} for the brand. Those of the brand, or the usual five. */
    Phases phases(Access access, BrandId brand);

    /** The same right. Refused with {@code guidelines/phases-changed} when somebody changed them after {@code version}. */
    Phases change(Access access, BrandId brand, Phases phases);

    /** What the talk of this contact shows, and where it is. Whoever asks has made sure that the person may see the contact. */
    Talk talk(Situation contact);

    /** @param phase absent to be in none */
    Talk move(Situation contact, @Nullable String phase);

    /** @param channels where they are shown; empty for nowhere */
    @Schema(name = "TalkPhases")
    record Phases(List<String> channels, List<Phase> phases, int version) {
        public Phases {
            channels = List.copyOf(channels);
            phases = List.copyOf(phases);
        }
    }

    /** @param key stays with the phase; empty for a new one; @param hints questions and reminders */
    @Schema(name = "TalkPhase")
    record Phase(String key, String nameNl, String nameEn, List<Hint> hints) {
        public Phase {
            hints = List.copyOf(hints);
        }
    }

    @Schema(name = "TalkHint")
    record Hint(String nl, String en) {}

    /** @param phases empty where they are not shown; @param now the phase the talk is in */
    record Talk(List<Phase> phases, @Nullable String now) {}
}
