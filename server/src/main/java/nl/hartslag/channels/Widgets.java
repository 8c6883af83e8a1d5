package nl.hartslag.channels;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.AccountId;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ReasonId;
import org.jspecify.annotations.Nullable;

/** Chat widgets and how they look; every change is written to the audit log. */
public interface Widgets {
    /** Widgets of the brands one may see, by brand and name. */
    List<Widget> all(Access access);

    Widget create(Access access, BrandId brand, Settings settings);

    /** The same without a person, for the demo company. */
    Widget create(BrandId brand, Settings settings);

    /** @throws nl.hartslag.platform.problem.Problem {@code widgets/not-found} */
    Widget change(Access access, AccountId id, Settings settings);

    /** The secret with which a shop signs who its customer is; seeing it is recorded. */
    String secret(Access access, AccountId id);

    /** A new secret; signatures by the old one are refused from now on. */
    String renewSecret(Access access, AccountId id);

    /** The signature a shop would make; for pages of our own, such as the demo shop. */
    String sign(AccountId id, String userId, String email);

    /** Widgets of a brand that are switched on, oldest first. */
    List<Widget> of(BrandId brand);

    /** @param key public, stands in the page of the shop */
    record Widget(AccountId id, String key, BrandId brand, Settings settings) {}

    /**
     * @param accent   {@code #rrggbb}, or null for the brand's own
     * @param language when the page does not say its language; null for the brand's own
     * @param origins  pages that may hold the chat, such as {@code https://shop.example}
     * @param transcripts visitors may keep a copy of the conversation
     * @param reasons  shown before the chat; none means all that the brand offers to customers
     * @param askMinutes  a visitor silent this long after an answer is asked whether he is still there
     * @param endMinutes  and this much later the chat ends
     */
    @Schema(name = "WidgetSettings")
    record Settings(
            String name,
            @Nullable String accent,
            String position,
            @Nullable String language,
            List<String> origins,
            List<ReasonId> reasons,
            boolean active,
            boolean transcripts,
            int askMinutes,
            int endMinutes) {
        public Settings {
            origins = List.copyOf(origins);
            reasons = List.copyOf(reasons);
        }
    }
}
