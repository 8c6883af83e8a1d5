package nl.hartslag.knowledge;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.TextBlockId;
import org.jspecify.annotations.Nullable;

/**
 * Words that one does not write twice. Whoever handles contacts reads the shared ones of his brands and keeps his own, which nobody else
 * sees. Shared ones need {@code guidelines.write} for the brand, and for all brands where a block is for all; what may not be seen is
 * {@code text-blocks/not-found}. Whoever changes something that a colleague changed meanwhile is refused with {@code text-blocks/changed}.
 */
public interface TextBlocks {
    /** By name. */
    Page<TextBlock> list(Access access, Filter filter, @Nullable String cursor, int limit);

    /** All that can be put in an answer for this brand: those in the language first, and one's own before shared ones. Needs {@code contacts.handle}. */
    List<FittingBlock> fitting(Access access, BrandId brand, String language);

    TextBlock block(Access access, TextBlockId block);

    /**
     * Refused with {@code text-blocks/shortcut-taken} where another block in use has the shortcut, and with {@code text-blocks/too-many} where
     * there are so many that nobody finds one.
     *
     * @param own whether it is of the writer alone
     */
    TextBlock create(Access access, boolean own, BlockContent content);

    /** Whose it is stays. */
    TextBlock change(Access access, TextBlockId block, BlockContent content, int version);

    /** An archived block is offered nowhere; what was sent with it stays. Harmless when repeated. */
    TextBlock archive(Access access, TextBlockId block, boolean archived);

    @Schema(name = "TextBlocksWhose")
    enum Whose {
        ALL,
        SHARED,
        OWN
    }

    /** @param brand those of the brand, and those for all brands @param search in shortcut, name and words */
    record Filter(Whose whose, boolean archived, Optional<BrandId> brand, Optional<String> language, @Nullable String search) {}

    /**
     * @param brand    absent for all brands
     * @param language {@code nl} or {@code en}
     * @param shortcut what one types after the slash, in small letters
     * @param words    with placeholders such as {@code {firstName}}, and questions to the writer such as {@code {?amount}}
     */
    record BlockContent(@Nullable BrandId brand, String language, String shortcut, String name, String words) {}

    /**
     * @param changedBy absent for who may not learn the name
     * @param mayChange whether this person may change and archive it
     */
    record TextBlock(
            TextBlockId id, @Nullable BrandId brand, String language, String shortcut, String name, String words, boolean own, boolean archived,
            Instant changedAt, @Nullable String changedBy, int version, boolean mayChange) {}

    record FittingBlock(TextBlockId id, String language, String shortcut, String name, String words, boolean own) {}
}
