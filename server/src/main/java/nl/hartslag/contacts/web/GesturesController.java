package nl.hartslag.contacts.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.hartslag.contacts.Gestures;
import nl.hartslag.contacts.Gestures.AtHand;
import nl.hartslag.contacts.Gestures.Counts;
import nl.hartslag.contacts.Gestures.Gesture;
import nl.hartslag.contacts.Gestures.GestureFilter;
import nl.hartslag.contacts.Gestures.Shown;
import nl.hartslag.contacts.Gestures.TeamMonth;
import nl.hartslag.contacts.Gestures.Totals;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.GestureChoiceId;
import nl.hartslag.shared.GestureId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.TeamId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is given to customers. */
@RestController
@RequestMapping("/api/gestures")
@Tag(name = "Gestures")
class GesturesController {
    private static final String FILTER_SHOWN = "`TO_TALK`: above the mandate, honoured since the customer was told, not talked about yet; `ENDED`: turned down, taken back or cancelled";
    private final Gestures gestures;

    GesturesController(Gestures gestures) {
        this.gestures = gestures;
    }

    @GetMapping("/at-hand")
    @Allowed(Permission.CONTACTS_HANDLE)
    @Operation(summary = "What you may give in a conversation, how far your mandate and your team's month reach, and what was given in it")
    AtHand atHand(Access access, @Parameter(description = "In which it would be given") @RequestParam ConversationId conversation) {
        return gestures.atHand(access, conversation);
    }

    @PostMapping
    @Allowed(Permission.CONTACTS_HANDLE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Give something to a customer, or ask for it when it is above your mandate",
            description = "The same `clientKey` in the same conversation is one gesture. What the customer was told already is given at once, also "
                    + "above the mandate and above what it may cost, and marked.")
    Gesture give(Access access, @Valid @RequestBody Giving wanted) {
        return gestures.give(access, wanted.conversation(),
                new Gestures.NewGesture(wanted.choice(), wanted.amountMinor(), wanted.why(), wanted.promised(), wanted.clientKey()));
    }

    @GetMapping
    @Allowed(Permission.CONTACTS_VIEW)
    @Operation(summary = "What was given or asked, newest first: yours, or with `gestures.view` everybody's")
    Page<Gesture> list(
            Access access,
            @Parameter(description = "Only your own") @RequestParam(defaultValue = "false") boolean mine,
            @Parameter(description = FILTER_SHOWN) @RequestParam(defaultValue = "ALL") Shown shown,
            @RequestParam Optional<BrandId> brand,
            @RequestParam Optional<TeamId> team,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @Parameter(description = "Only those above the mandate of whoever gave them") @RequestParam(defaultValue = "false") boolean aboveMandate,
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return gestures.list(access, new GestureFilter(mine, shown, brand, team, from, to, aboveMandate, search), cursor, limit);
    }

    @GetMapping("/totals")
    @Allowed(Permission.CONTACTS_VIEW)
    @Operation(summary = "What was given among these and what it cost, per currency and per department that made it necessary")
    Totals totals(
            Access access,
            @Parameter(description = "Only your own") @RequestParam(defaultValue = "false") boolean mine,
            @Parameter(description = FILTER_SHOWN) @RequestParam(defaultValue = "ALL") Shown shown,
            @RequestParam Optional<BrandId> brand,
            @RequestParam Optional<TeamId> team,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @Parameter(description = "Only those above the mandate of whoever gave them") @RequestParam(defaultValue = "false") boolean aboveMandate,
            @RequestParam(required = false) @Nullable String search) {
        return gestures.totals(access, new GestureFilter(mine, shown, brand, team, from, to, aboveMandate, search));
    }

    @GetMapping("/counts")
    @Allowed(Permission.CONTACTS_VIEW)
    @Operation(summary = "How many wait for your word, how many are to be talked about, and how many of yours wait for a word")
    Counts counts(Access access) {
        return gestures.counts(access);
    }

    @GetMapping("/month")
    @Allowed(Permission.CONTACTS_VIEW)
    @Operation(summary = "What teams have for this month and what they used of it", description = "With `gestures.view` all teams, otherwise your own.")
    List<TeamMonth> month(Access access, @RequestParam Optional<BrandId> brand) {
        return gestures.month(access, brand);
    }

    @GetMapping("/of")
    @Allowed({Permission.CONTACTS_VIEW, Permission.CUSTOMERS_VIEW})
    @Operation(summary = "What was given to one customer, newest first")
    List<Gesture> of(Access access, @Parameter(description = "Who got it") @RequestParam CustomerId customer) {
        return gestures.of(access, customer);
    }

    @GetMapping("/{id}")
    @Allowed(Permission.CONTACTS_VIEW)
    @Operation(summary = "One gesture")
    Gesture one(Access access, @PathVariable GestureId id) {
        return gestures.gesture(access, id);
    }

    @PostMapping("/{id}/decision")
    @Allowed(Permission.GESTURES_APPROVE)
    @Operation(summary = "Approve an ask or turn it down", description = "`word` is needed when it is turned down. 409 `gestures/settled`; 403 `gestures/own`.")
    Gesture decide(Access access, @PathVariable GestureId id, @Valid @RequestBody Decision decision) {
        return gestures.decide(access, id, decision.approved(), decision.word());
    }

    @PostMapping("/{id}/withdrawal")
    @Allowed(Permission.CONTACTS_HANDLE)
    @Operation(summary = "Take back your own ask, or what you gave a moment ago", description = "409 `gestures/too-late` after a quarter of an hour.")
    Gesture withdraw(Access access, @PathVariable GestureId id) {
        return gestures.withdraw(access, id);
    }

    @PostMapping("/{id}/cancellation")
    @Allowed({Permission.CONTACTS_HANDLE, Permission.GESTURES_APPROVE})
    @Operation(summary = "What was given is not done after all")
    Gesture cancel(Access access, @PathVariable GestureId id, @Valid @RequestBody Cancellation cancellation) {
        return gestures.cancel(access, id, cancellation.why());
    }

    @PostMapping("/{id}/talk")
    @Allowed(Permission.GESTURES_VIEW)
    @Operation(summary = "It was talked about with the giver")
    Gesture talkedAbout(Access access, @PathVariable GestureId id, @Valid @RequestBody Talk talk) {
        return gestures.talkedAbout(access, id, talk.note());
    }

    /** @param amountMinor where the amount is free */
    @Schema(name = "NewGesture")
    record Giving(
            @NotNull ConversationId conversation,
            @NotNull GestureChoiceId choice,
            @Nullable Long amountMinor,
            @NotBlank @Size(max = 500) String why,
            boolean promised,
            @NotBlank @Size(max = 100) String clientKey) {}

    @Schema(name = "GestureDecision")
    record Decision(boolean approved, @Nullable @Size(max = 500) String word) {}

    @Schema(name = "GestureCancellation")
    record Cancellation(@NotBlank @Size(max = 500) String why) {}

    @Schema(name = "GestureTalk")
    record Talk(@NotBlank @Size(max = 500) String note) {}
}
