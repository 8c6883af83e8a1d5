package nl.hartslag.feedback.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import nl.hartslag.feedback.Emotion;
import nl.hartslag.feedback.Listen;
import nl.hartslag.feedback.Listen.Asking;
import nl.hartslag.feedback.Listen.Filter;
import nl.hartslag.feedback.Listen.Overview;
import nl.hartslag.feedback.Listen.Words;
import nl.hartslag.feedback.ResponseView;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.TeamId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What all answers say together. */
@RestController
@Tag(name = "Listen")
class ListenController {
    private final Listen listen;

    ListenController(Listen listen) {
        this.listen = listen;
    }

    @Operation(summary = "Score with 95 % interval, histogram, trend and countries of a period; no score below ten answers")
    @Allowed(Permission.LISTEN_VIEW)
    @GetMapping("/api/listen")
    Overview overview(
            Access access,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable BrandId brand,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable QueueId queue,
            @RequestParam(required = false) @Nullable TeamId team,
            @RequestParam(required = false) @Nullable String country) {
        return listen.overview(access, filter(from, to, brand, channel, queue, team, country));
    }

    @Operation(summary = "What customers wrote, newest first; by score, emotion and words")
    @Allowed(Permission.LISTEN_VIEW)
    @GetMapping("/api/listen/words")
    Page<ResponseView> words(
            Access access,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable BrandId brand,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable QueueId queue,
            @RequestParam(required = false) @Nullable TeamId team,
            @RequestParam(required = false) @Nullable String country,
            @Parameter(description = "The lowest score, included") @RequestParam(required = false) @Min(0) @Max(10) @Nullable Integer scoreFrom,
            @Parameter(description = "The highest score, included") @RequestParam(required = false) @Min(0) @Max(10) @Nullable Integer scoreTo,
            @Parameter(description = "Only who said he felt so") @RequestParam(required = false) @Nullable Emotion emotion,
            @RequestParam(required = false) @Size(max = 200) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "30") @Min(1) @Max(100) int limit) {
        return listen.words(
                access,
                filter(from, to, brand, channel, queue, team, country),
                new Words(
                        Optional.ofNullable(scoreFrom),
                        Optional.ofNullable(scoreTo),
                        Optional.ofNullable(emotion),
                        Optional.ofNullable(q)),
                cursor,
                limit);
    }

    @Operation(summary = "Who was asked in a period, who was not and why, and how many answered")
    @Allowed(Permission.LISTEN_VIEW)
    @GetMapping("/api/listen/asking")
    Asking asking(
            Access access,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable BrandId brand,
            @RequestParam(required = false) @Nullable QueueId queue) {
        return listen.asking(access, filter(from, to, brand, null, queue, null, null));
    }

    private static Filter filter(
            LocalDate from,
            LocalDate to,
            @Nullable BrandId brand,
            @Nullable String channel,
            @Nullable QueueId queue,
            @Nullable TeamId team,
            @Nullable String country) {
        return new Filter(
                from,
                to,
                Optional.ofNullable(brand),
                Optional.ofNullable(channel),
                Optional.ofNullable(queue),
                Optional.ofNullable(team),
                Optional.ofNullable(country));
    }
}
