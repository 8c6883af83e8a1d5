package nl.hartslag.desk;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.hartslag.contacts.Priority;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerGroupId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.SavedViewId;
import nl.hartslag.shared.SubStateId;
import nl.hartslag.shared.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * Lists of open conversations that people put together, for themselves or for a team they are in. A view never shows more than its reader may
 * see; the same view of a team holds other conversations for people of other brands.
 */
public interface SavedViews {
    /** One's own, then those of one's teams, by name. */
    List<SavedView> all(Access access);

    /** @throws nl.hartslag.platform.problem.Problem {@code views/not-found} */
    SavedView view(Access access, SavedViewId id);

    /** @throws nl.hartslag.platform.problem.Problem by field, {@code views/too-many} */
    SavedView create(Access access, ViewContent content);

    /** @param version as it was read; refused with {@code views/changed} when somebody was first */
    SavedView change(Access access, SavedViewId id, ViewContent content, int version);

    /** Takes it away, or brings it back within thirty days. Harmless when repeated. */
    SavedView remove(Access access, SavedViewId id, boolean removed);

    /** How many conversations stand in each of {@link #all}. */
    Map<SavedViewId, Integer> counts(Access access);

    /** What a view of these conditions would hold now: how many, and the first few. */
    Tried tried(Access access, Conditions conditions);

    /** Who has a conversation in hand: whoever reads the view, somebody of his teams, nobody yet. */
    enum Whose { ME, TEAM, NOBODY }

    /** The customer waits for us, or it is his turn. */
    enum Turn { OURS, CUSTOMERS }

    /**
     * What a conversation answers to, all of it; of several in one list, one of them. What is absent or empty asks nothing.
     *
     * @param dueWithinHours promised to be answered within so many hours from now; 0: that moment has passed
     * @param waitsHours     the customer waits for so many hours at least
     * @param unread         only what the customer wrote and no colleague has read
     * @param undelivered    only where our last answer could not be delivered
     * @param words          in the subject or the name of the customer, whatever the case
     */
    @Schema(name = "ViewConditions")
    record Conditions(
            List<Whose> whose,
            List<BrandId> brands,
            List<QueueId> queues,
            List<String> media,
            List<Priority> priorities,
            List<SubStateId> subStates,
            List<CustomerGroupId> groups,
            @Nullable Turn turn,
            @Nullable Integer dueWithinHours,
            @Nullable Integer waitsHours,
            boolean unread,
            boolean undelivered,
            @Nullable String words) {
        /** One that was kept before there was such a condition asks nothing by it. */
        public Conditions {
            whose = all(whose);
            brands = all(brands);
            queues = all(queues);
            media = all(media);
            priorities = all(priorities);
            subStates = all(subStates);
            groups = all(groups);
        }

        private static <T> List<T> all(@Nullable List<T> chosen) {
            return chosen == null ? List.of() : List.copyOf(chosen);
        }

        public static final Conditions NONE =
                new Conditions(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null, null, null, false, false, null);
    }

    /** @param team whose it is; absent for one's own */
    @Schema(name = "ViewContent")
    record ViewContent(String name, @Nullable TeamId team, Conditions conditions) {}

    /** @param mayChange one's own, or of a team whose work one gives out */
    @Schema(name = "SavedView")
    record SavedView(
            SavedViewId id, String name, @Nullable TeamId team, @Nullable String teamName, Conditions conditions, boolean mayChange, boolean removed, Instant changedAt,
            String changedBy, int version) {}

    @Schema(name = "TriedView")
    record Tried(int count, List<DeskRow> first) {}
}
