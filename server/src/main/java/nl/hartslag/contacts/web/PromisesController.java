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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.hartslag.contacts.GivenPromises;
import nl.hartslag.contacts.GivenPromises.Act;
import nl.hartslag.contacts.GivenPromises.Counts;
import nl.hartslag.contacts.GivenPromises.GivenPromise;
import nl.hartslag.contacts.GivenPromises.KeptInTime;
import nl.hartslag.contacts.GivenPromises.NewMoment;
import nl.hartslag.contacts.GivenPromises.NewPromise;
import nl.hartslag.contacts.GivenPromises.Outcome;
import nl.hartslag.contacts.GivenPromises.PromiseFilter;
import nl.hartslag.contacts.GivenPromises.Shown;
import nl.hartslag.contacts.GivenPromises.Usual;
import nl.hartslag.contacts.GivenPromises.Whose;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.PromiseId;
import nl.hartslag.shared.UserId;
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

/** What people promised to customers. */
@RestController
@RequestMapping("/api/promises")
@Tag(name = "Promises")
class PromisesController {
    private final GivenPromises promises;
    private final Clock clock;

    PromisesController(GivenPromises promises, Clock clock) {
        this.promises = promises;
        this.clock = clock;
    }

    @PostMapping
    @Allowed(Permission.CONTACTS_HANDLE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Promise something to a customer",
            description = "The same `clientKey` in the same conversation is one promise. It comes back as work in time before it is due: when "
                    + "its span begins, or an hour ahead.")
    Given give(Access access, @Valid @RequestBody Promising wanted) {
        return new Given(promises.give(access, wanted.conversation(),
                new NewPromise(wanted.act(), wanted.words(), wanted.from(), wanted.due(), wanted.owner(), wanted.clientKey())));
    }

    @GetMapping("/usual")
    @Allowed(Permission.CONTACTS_HANDLE)
    @Operation(summary = "What is promised most, at moments of now",
            description = "By the calendar in which a promise by rule to this customer counts: of its rule, or else of the hours of its channel. "
                    + "A call lies on the next working day, an answer before the end of today or of the next working day, money before the end of "
                    + "the fifth working day after today. Only between 8:00 and 21:00 of that calendar. Empty when it does not open within a year.")
    List<Usual> usual(Access access, @Parameter(description = "In which one something is promised") @RequestParam ConversationId conversation) {
        return promises.usual(access, conversation);
    }

    @GetMapping
    @Allowed(Permission.CONTACTS_VIEW)
    @Operation(summary = "Promises that people gave: open ones by when they are due, settled ones newest first")
    Page<GivenPromise> list(
            Access access,
            @Parameter(description = "Which owners: you, your teams, or everybody") @RequestParam(defaultValue = "MINE") Whose whose,
            @Parameter(description = "`OPEN`: still to be kept, the late ones too; `LATE`; `DONE`: settled") @RequestParam(defaultValue = "OPEN") Shown shown,
            @RequestParam Optional<BrandId> brand,
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return promises.list(access, new PromiseFilter(whose, shown, brand, search), cursor, limit);
    }

    @GetMapping("/counts")
    @Allowed(Permission.CONTACTS_VIEW)
    @Operation(summary = "How many open promises are yours, and how many of those are late")
    Counts counts(Access access) {
        return promises.counts(access);
    }

    @GetMapping("/kept-in-time")
    @Allowed(Permission.CONTACTS_VIEW)
    @Operation(summary = "The share kept in time of what was due in the last days",
            description = "Answers by the time that was told to the customer, and what people promised. What was withdrawn does not count; what was "
                    + "moved after it was late, or without the customer agreeing, counts by the moment told before. Share in percent with the 95 % interval of Wilson (1927); absent below ten.")
    KeptInTime keptInTime(
            Access access,
            @RequestParam Optional<BrandId> brand,
            @Parameter(description = "How many days back from now") @RequestParam(defaultValue = "30") @Min(1) @Max(366) int days) {
        Instant now = clock.instant();
        return promises.keptInTime(access, brand, now.minus(Duration.ofDays(days)), now);
    }

    @PostMapping("/{id}/outcome")
    @Allowed(Permission.CONTACTS_HANDLE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Say what became of a promise",
            description = "`why` is needed when it was not kept, and when the customer no longer needs what is late already. `WITHDRAWN` is the customer's: what we"
                    + " could not do is `BROKEN`, and counts. 409 `promises/settled` when somebody said something else.")
    void settle(Access access, @PathVariable PromiseId id, @Valid @RequestBody Settling settling) {
        promises.settle(access, id, settling.outcome(), settling.why());
    }

    @PostMapping("/{id}/reopen")
    @Allowed(Permission.CONTACTS_HANDLE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take an outcome back")
    void reopen(Access access, @PathVariable PromiseId id) {
        promises.reopen(access, id);
    }

    @PutMapping("/{id}/moment")
    @Allowed(Permission.CONTACTS_HANDLE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Another moment",
            description = "The moment before is kept, with why. What was late stays so in the figures. Without `agreed` a later moment does not change by when"
                    + " it counts: the moment that the customer was told before. 409 `promises/settled`.")
    void move(Access access, @PathVariable PromiseId id, @Valid @RequestBody Moment moment) {
        promises.move(access, id, new NewMoment(moment.from(), moment.due(), Boolean.TRUE.equals(moment.agreed()), moment.words()));
    }

    @PutMapping("/{id}/owner")
    @Allowed(Permission.CONTACTS_HANDLE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Somebody else keeps the promise", description = "409 `promises/settled`.")
    void handOver(Access access, @PathVariable PromiseId id, @Valid @RequestBody Owner owner) {
        promises.handOver(access, id, owner.owner());
    }

    @GetMapping("/{id}/receivers")
    @Allowed(Permission.CONTACTS_HANDLE)
    @Operation(summary = "Who may be given a promise")
    List<Receiver> receivers(Access access, @PathVariable PromiseId id) {
        return promises.receivers(access, id).stream().map(user -> new Receiver(user.id(), user.name())).toList();
    }

    /**
     * @param words as the customer was told
     * @param from  from when, where a span is promised
     * @param owner who keeps it; you when absent
     * @param clientKey made by the screen, so that sending twice is one promise
     */
    @Schema(name = "NewPromise")
    record Promising(
            @NotNull ConversationId conversation,
            @NotNull Act act,
            @NotBlank @Size(max = 500) String words,
            @Nullable Instant from,
            @NotNull Instant due,
            @Nullable UserId owner,
            @NotBlank @Size(max = 100) String clientKey) {}

    @Schema(name = "PromiseGiven")
    record Given(PromiseId id) {}

    @Schema(name = "PromiseSettling")
    record Settling(@NotNull Outcome outcome, @Nullable @Size(max = 500) String why) {}

    /**
     * @param agreed whether the customer knows the new moment and agrees; not when absent
     * @param words  why it is moved; needed unless the customer agreed
     */
    @Schema(name = "PromiseMoment")
    record Moment(@Nullable Instant from, @NotNull Instant due, @Nullable Boolean agreed, @Nullable @Size(max = 500) String words) {}

    @Schema(name = "PromiseOwner")
    record Owner(@NotNull UserId owner) {}

    @Schema(name = "PromiseReceiver")
    record Receiver(UserId id, String name) {}
}
