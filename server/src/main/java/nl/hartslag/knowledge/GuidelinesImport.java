package nl.hartslag.knowledge;

import java.time.Instant;
import java.util.List;
import nl.hartslag.knowledge.GuidelineUse.NewMark;
import nl.hartslag.knowledge.GuidelineUse.Situation;
import nl.hartslag.shared.GuidelineId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;

/** Stores what people made of guidelines earlier. For imports and the demo company. */
public interface GuidelinesImport {
    /** In one transaction; the same guideline for the same contact is stored once. */
    void store(List<PastUse> uses);

    /** @param opened whether it was opened, and not only shown; @param learned what its owner made of the marks; absent when he did not look yet */
    record PastUse(
            Situation contact, GuidelineId guideline, Instant at, boolean opened, List<NewMark> marks, UserId person, @Nullable String learned) {}
}
