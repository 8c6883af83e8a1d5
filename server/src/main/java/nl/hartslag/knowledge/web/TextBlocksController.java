package nl.hartslag.knowledge.web;

import static nl.hartslag.knowledge.web.GuidelineWords.text;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import nl.hartslag.knowledge.TextBlocks;
import nl.hartslag.knowledge.TextBlocks.BlockContent;
import nl.hartslag.knowledge.TextBlocks.Filter;
import nl.hartslag.knowledge.TextBlocks.FittingBlock;
import nl.hartslag.knowledge.TextBlocks.TextBlock;
import nl.hartslag.knowledge.TextBlocks.Whose;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.TextBlockId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Words that one does not write twice: shared ones, and one's own. */
@RestController
@RequestMapping("/api/text-blocks")
@Tag(name = "Text blocks")
class TextBlocksController {
    private static final String REFUSALS = "409 `text-blocks/shortcut-taken` when another block in use has the shortcut. "
            + "422 where words are missing or too long, or something stands between braces that is not filled in.";
    private final TextBlocks blocks;

    TextBlocksController(TextBlocks blocks) {
        this.blocks = blocks;
    }

    @GetMapping
    @Allowed({Permission.CONTACTS_HANDLE, Permission.GUIDELINES_WRITE})
    @Operation(summary = "Text blocks by name: the shared ones of your brands, and your own")
    Page<TextBlock> list(
            Access access,
            @Parameter(description = "Shared ones, your own, or both") @RequestParam(defaultValue = "ALL") Whose whose,
            @Parameter(description = "Those that are not used any more, instead of those that are") @RequestParam(defaultValue = "false") boolean archived,
            @Parameter(description = "Those of this brand, and those for all brands") @RequestParam Optional<BrandId> brand,
            @Parameter(description = "Only in this language", schema = @Schema(allowableValues = {"nl", "en"})) @RequestParam Optional<String> language,
            @Parameter(description = "In shortcut, name and words") @RequestParam(required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return blocks.list(access, new Filter(whose, archived, brand, language, search), cursor, limit);
    }

    @GetMapping("/fitting")
    @Allowed(Permission.CONTACTS_HANDLE)
    @Operation(summary = "All you can put in an answer for a brand: those in its language first, your own before shared ones")
    List<FittingBlock> fitting(
            Access access,
            @Parameter(description = "Of the conversation") @RequestParam BrandId brand,
            @Parameter(description = "Of the conversation", schema = @Schema(allowableValues = {"nl", "en"})) @RequestParam String language) {
        return blocks.fitting(access, brand, language);
    }

    @PostMapping
    @Allowed({Permission.CONTACTS_HANDLE, Permission.GUIDELINES_WRITE})
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "A new text block, of your own or shared", description = "A shared one needs the right to write guidelines. " + REFUSALS)
    TextBlock create(Access access, @Valid @RequestBody NewBlock block) {
        return blocks.create(access, block.own(), block.block().content());
    }

    @GetMapping("/{id}")
    @Allowed({Permission.CONTACTS_HANDLE, Permission.GUIDELINES_WRITE})
    @Operation(summary = "One text block")
    TextBlock one(Access access, @PathVariable TextBlockId id) {
        return blocks.block(access, id);
    }

    @PutMapping("/{id}")
    @Allowed({Permission.CONTACTS_HANDLE, Permission.GUIDELINES_WRITE})
    @Operation(summary = "Change a text block; whose it is stays", description = "409 `text-blocks/changed` when somebody changed it after `version`. " + REFUSALS)
    TextBlock change(Access access, @PathVariable TextBlockId id, @Valid @RequestBody ChangedBlock block) {
        return blocks.change(access, id, block.block().content(), block.version());
    }

    @PutMapping("/{id}/archived")
    @Allowed({Permission.CONTACTS_HANDLE, Permission.GUIDELINES_WRITE})
    @Operation(summary = "Do not use it any more, or use it again", description = "409 `text-blocks/shortcut-taken` when its shortcut was given away meanwhile.")
    TextBlock archive(Access access, @PathVariable TextBlockId id, @Valid @RequestBody Archiving archiving) {
        return blocks.archive(access, id, archiving.archived());
    }

    /** @param own of yourself alone */
    @Schema(name = "NewTextBlock")
    record NewBlock(@NotNull Boolean own, @Valid @NotNull Words block) {}

    /** @param version as it was read */
    @Schema(name = "ChangedTextBlock")
    record ChangedBlock(int version, @Valid @NotNull Words block) {}

    /**
     * @param brand    absent for all brands
     * @param language `nl` or `en`
     * @param shortcut what one types after the slash
     * @param words    with `{name}`, `{firstName}`, `{agent}`, `{brand}`, `{number}`, `{order}`, `{subject}`, and questions such as `{?amount}`
     */
    @Schema(name = "TextBlockFilledIn")
    record Words(@Nullable BrandId brand, @Nullable String language, @Nullable String shortcut, @Nullable String name, @Nullable String words) {
        BlockContent content() {
            return new BlockContent(brand, text(language), text(shortcut), text(name), text(words));
        }
    }

    @Schema(name = "TextBlockArchiving")
    record Archiving(@NotNull Boolean archived) {}
}
