package nl.hartslag.channels.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.hartslag.channels.IntakeLedger;
import nl.hartslag.channels.IntakeLedger.EnvelopeDetail;
import nl.hartslag.channels.IntakeLedger.EnvelopeRow;
import nl.hartslag.channels.IntakeLedger.EnvelopeState;
import nl.hartslag.channels.IntakeLedger.HourRow;
import nl.hartslag.channels.IntakeLedger.SenderFindings;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.EnvelopeId;
import nl.hartslag.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The intake ledger: what arrived, what became of it, and the raw item behind each row. */
@RestController
@Tag(name = "Intake")
class IntakeController {
    private static final Duration LONGEST = Duration.ofDays(31);
    private final IntakeLedger ledger;
    private final Clock clock;

    IntakeController(IntakeLedger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    record Replayed(int count) {}

    @Operation(summary = "Counts per adapter and hour, newest first; by default the last 24 hours, at most 31 days back")
    @Allowed(Permission.INTAKE_VIEW)
    @GetMapping("/api/intake/hours")
    List<HourRow> hours(Access access, @RequestParam(required = false) @Nullable Instant from,
                        @RequestParam(required = false) @Nullable Instant until) {
        Instant end = until == null ? clock.instant() : until;
        Instant start = from == null ? end.minus(Duration.ofHours(24)) : from;
        return ledger.hours(access, start.isBefore(end.minus(LONGEST)) ? end.minus(LONGEST) : start, end);
    }

    @Operation(summary = "Envelopes, newest first, by state (waiting, placed, refused), outcome and words in sender or subject")
    @Allowed(Permission.INTAKE_VIEW)
    @GetMapping("/api/intake/envelopes")
    Page<EnvelopeRow> envelopes(Access access, @Parameter(description = "Only in this state") @RequestParam(required = false) @Nullable EnvelopeState state,
                                @Parameter(description = "Only what this became, as the rows have it, such as `duplicate`; each adapter has its own")
                                @RequestParam(required = false) @Nullable String outcome,
                                @RequestParam(required = false) @Nullable String search,
                                @RequestParam(required = false) @Nullable String cursor,
                                @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return ledger.envelopes(access, state, outcome, search, cursor, limit);
    }

    @Operation(summary = "One envelope with what was found out and where it was placed; 404 intake/not-found")
    @Allowed(Permission.INTAKE_VIEW)
    @GetMapping("/api/intake/envelopes/{id}")
    EnvelopeDetail envelope(Access access, @PathVariable EnvelopeId id) {
        return ledger.envelope(access, id);
    }

    @Operation(summary = "How the sender of a mail in a conversation was checked; 404 intake/not-found when you may see none it is in")
    @Allowed(Permission.CONTACTS_VIEW)
    @GetMapping("/api/intake/envelopes/{id}/sender")
    SenderFindings sender(Access access, @PathVariable EnvelopeId id) {
        return ledger.sender(access, id);
    }

    @Operation(summary = "The bytes as they arrived; who opened them is recorded")
    @Allowed(Permission.INTAKE_RAW)
    @GetMapping("/api/intake/envelopes/{id}/raw")
    ResponseEntity<Resource> raw(Access access, @PathVariable EnvelopeId id) {
        IntakeLedger.Raw raw = ledger.raw(access, id);
        // As a download and as plain bytes, so that no browser runs what a stranger sent.
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(raw.fileName()).build().toString())
                .contentType(MediaType.APPLICATION_OCTET_STREAM).contentLength(raw.size()).body(new InputStreamResource(raw.bytes()));
    }

    @Operation(summary = "Try a waiting envelope again; 409 intake/not-waiting")
    @Allowed(Permission.INTAKE_REPLAY)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PostMapping("/api/intake/envelopes/{id}/replay")
    void replay(Access access, @PathVariable EnvelopeId id) {
        ledger.replay(access, id);
    }

    @Operation(summary = "Try everything that waits again")
    @Allowed(Permission.INTAKE_REPLAY)
    @PostMapping("/api/intake/replay")
    Replayed replayAll(Access access) {
        return new Replayed(ledger.replayAll(access));
    }

    @Operation(summary = "Take in a mail that was refused because its sender is blocked; 409 intake/not-refused")
    @Allowed(Permission.INTAKE_REPLAY)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PostMapping("/api/intake/envelopes/{id}/accept")
    void accept(Access access, @PathVariable EnvelopeId id) {
        ledger.accept(access, id);
    }
}
