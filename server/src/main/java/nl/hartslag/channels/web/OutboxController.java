package nl.hartslag.channels.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import nl.hartslag.channels.Outbox;
import nl.hartslag.channels.Outbox.Purpose;
import nl.hartslag.channels.Outbox.SentDetail;
import nl.hartslag.channels.Outbox.SentMail;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Mail that left, or would have left where no relay is set. */
@RestController
@Tag(name = "Outbox")
class OutboxController {
    private final Outbox outbox;

    OutboxController(Outbox outbox) {
        this.outbox = outbox;
    }

    @Operation(summary = "Mails, newest first, by purpose and words in recipient or subject")
    @Allowed(Permission.OUTBOX_VIEW)
    @GetMapping("/api/outbox")
    Page<SentMail> mails(Access access, @Parameter(description = "Only mails of this kind") @RequestParam(required = false) @Nullable Purpose purpose,
                         @RequestParam(required = false) @Nullable String search, @RequestParam(required = false) @Nullable String cursor,
                         @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return outbox.mails(access, purpose, search, cursor, limit);
    }

    @Operation(summary = "One mail with its text, HTML and headers; 404 outbox/not-found")
    @Allowed(Permission.OUTBOX_VIEW)
    @GetMapping("/api/outbox/{id}")
    SentDetail mail(Access access, @PathVariable UUID id) {
        return outbox.mail(access, id);
    }

    @Operation(summary = "One mail as it left, as a file")
    @Allowed(Permission.OUTBOX_VIEW)
    @GetMapping("/api/outbox/{id}/raw")
    ResponseEntity<Resource> raw(Access access, @PathVariable UUID id) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(id + ".eml").build().toString())
                .contentType(MediaType.APPLICATION_OCTET_STREAM).body(new InputStreamResource(outbox.raw(access, id)));
    }
}
