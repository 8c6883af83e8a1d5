package nl.hartslag.contacts;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import nl.hartslag.people.Role;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.GestureChoiceId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * What a brand may give to its customers, and who may give how much. Needs {@code gestures.configure} for the brand; every change is
 * audited. What is filled in wrongly is refused with {@code request/invalid} and a code per field.
 */
public interface GestureSettings {
    /** By name. @param archived also those that are not offered any more; @param search in the names and what customers are told */
    Page<Choice> choices(Access access, BrandId brand, boolean archived, @Nullable String search, @Nullable String cursor, int limit);

    GestureChoiceId create(Access access, BrandId brand, ChoiceDraft draft);

    void change(Access access, GestureChoiceId choice, ChoiceDraft draft);

    Terms terms(Access access, BrandId brand);

    /** Replaces mandates and budgets. Refused with {@code gestures/terms-changed} when somebody changed them after {@code version}. */
    void setTerms(Access access, BrandId brand, Terms terms);

    @Schema(name = "GestureKind")
    enum Kind {
        VOUCHER,
        REFUND,
        FLOWERS,
        GIFT,
        OTHER
    }

    /**
     * @param amountMinor what it costs, or the most it may cost where the amount is free
     * @param toldNl      what the customer is told; {@code {amount}} is filled in
     */
    @Schema(name = "GestureChoice")
    record Choice(
            GestureChoiceId id,
            Kind kind,
            String nameNl,
            String nameEn,
            long amountMinor,
            String currency,
            boolean free,
            String toldNl,
            String toldEn,
            boolean archived) {}

    @Schema(name = "GestureChoiceDraft")
    record ChoiceDraft(
            Kind kind, String nameNl, String nameEn, long amountMinor, boolean free, String toldNl, String toldEn, boolean archived) {}

    /**
     * @param currency of all amounts of this brand; it stays once there is something to give
     * @param mandates the highest amount of one gesture; a role that is not in it asks each time
     * @param budgets  for a month; a team that is not in it has none
     */
    @Schema(name = "GestureTerms")
    record Terms(String currency, List<Mandate> mandates, List<Budget> budgets, int version) {
        public Terms {
            mandates = List.copyOf(mandates);
            budgets = List.copyOf(budgets);
        }
    }

    @Schema(name = "GestureMandate")
    record Mandate(Role role, long amountMinor) {}

    @Schema(name = "GestureBudget")
    record Budget(TeamId team, long amountMinor) {}
}
