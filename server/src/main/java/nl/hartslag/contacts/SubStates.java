package nl.hartslag.contacts;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.SubStateId;
import org.jspecify.annotations.Nullable;

/** The door of sub-states: how cases of a brand stand, more precisely than their state says. What the state means stays the same. */
public interface SubStates {
    /** All of a brand in their order, also the archived ones. */
    Listed of(Access access, BrandId brand);

    /**
     * Replaces the list; one that is left out is archived. Refused with {@code sub-states/changed} when somebody changed it after
     * the version that was opened.
     */
    void set(Access access, BrandId brand, Listed wanted);

    /**
     * Says how a case stands within its state. Refused with {@code sub-states/case-changed} when it stands otherwise than was seen.
     *
     * @throws nl.hartslag.platform.problem.Problem field {@code subState} when it is not one of the brand for this state
     */
    void choose(Access access, CaseId id, Choice choice);

    /** @param version rises with every change */
    @Schema(name = "SubStateList")
    record Listed(List<SubState> subStates, int version) {
        public Listed {
            subStates = List.copyOf(subStates);
        }
    }

    /**
     * @param id            absent for a new one
     * @param state         one in which a case is not solved
     * @param comesBackDays after how many days a case that stays open so usually comes back, 1 to 365
     */
    record SubState(
            @Nullable SubStateId id, CaseState state, String nameNl, String nameEn, @Nullable Integer comesBackDays, boolean archived) {}

    /** @param subState absent for none; @param was as it stood on screen */
    record Choice(@Nullable SubStateId subState, @Nullable SubStateId was) {}

    /** What is shown of the sub-state of a case. */
    record SubStateView(SubStateId id, String nameNl, String nameEn) {}

    /** @param was absent when it had none; @param became absent when it has none any more */
    record SubStateChange(Instant at, String byName, @Nullable SubStateView was, @Nullable SubStateView became) {}
}
