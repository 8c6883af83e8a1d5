package nl.hartslag.feedback;

import java.time.Instant;
import java.util.Optional;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.ResponseId;
import nl.hartslag.shared.TeamId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;

/** Good words of customers (9 or 10), for the person and the team they are about. Nothing names the customer. */
public interface Compliments {
    /** Newest first. Hidden ones only for those who may moderate, and only when asked. */
    Page<Compliment> list(Access access, Filter filter, @Nullable String cursor, int limit);

    /** Takes it off the wall, or puts it back. */
    void hide(Access access, ResponseId id, boolean hidden);

    record Filter(Optional<BrandId> brand, Optional<UserId> user, Optional<TeamId> team, boolean hidden) {}

    /** @param person who handled it, by name */
    record Compliment(
            ResponseId id,
            BrandId brand,
            String words,
            int score,
            Instant at,
            @Nullable UserId user,
            @Nullable String person,
            @Nullable TeamId team,
            @Nullable String teamName,
            boolean hidden) {}
}
