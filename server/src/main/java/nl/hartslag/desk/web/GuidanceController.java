package nl.hartslag.desk.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.ContactView;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.knowledge.GuidelineContent.Stage;
import nl.hartslag.knowledge.GuidelineUse;
import nl.hartslag.knowledge.GuidelineUse.Fitting;
import nl.hartslag.knowledge.GuidelineUse.Kind;
import nl.hartslag.knowledge.GuidelineUse.NewMark;
import nl.hartslag.knowledge.GuidelineUse.Opened;
import nl.hartslag.knowledge.GuidelineUse.Situation;
import nl.hartslag.knowledge.TalkPhases;
import nl.hartslag.knowledge.TalkPhases.Talk;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.GuidelineId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What guides a conversation without forcing it: guidelines that fit and the phase it is in. Whether one may see the contact is asked of
 * {@code contacts}; what is known, of {@code knowledge}.
 */
@RestController
@RequestMapping("/api/desk/contacts/{id}")
@Tag(name = "Desk")
class GuidanceController {
    private final Contacts contacts;
    private final GuidelineUse guidelines;
    private final TalkPhases phases;

    GuidanceController(Contacts contacts, GuidelineUse guidelines, TalkPhases phases) {
        this.contacts = contacts;
        this.guidelines = guidelines;
        this.phases = phases;
    }

    @GetMapping("/guidelines")
    @Allowed(Permission.CONTACTS_VIEW)
    @Operation(summary = "Guidelines that fit this contact, nearest first, at most twenty; or with `search` those of its brand that hold such words",
            description = "For whoever has the contact in hand it is counted that they were shown.")
    List<Fitting> fitting(Access access, @PathVariable ContactId id, @Parameter(description = "Words to look for among all of the brand") @RequestParam(required = false) @Nullable String search) {
        ContactView contact = contacts.contact(access, id);
        if (search != null && !search.isBlank()) return guidelines.search(situation(contact), search);
        return guidelines.fitting(situation(contact), "assigned".equals(contact.state()) && access.user().equals(contact.assignedTo()));
    }

    @GetMapping("/guidelines/{guideline}")
    @Allowed(Permission.CONTACTS_VIEW)
    @Operation(summary = "One guideline as this contact goes by it, with what was made of it",
            description = "The version that was opened first, also when another holds since: `newer` tells its number.")
    Opened read(Access access, @PathVariable ContactId id, @PathVariable GuidelineId guideline) {
        return guidelines.read(situation(contacts.contact(access, id)), guideline);
    }

    @PostMapping("/guidelines/{guideline}/opening")
    @Allowed(Permission.CONTACTS_HANDLE)
    @Operation(summary = "Note that it was opened; harmless when repeated")
    Opened open(Access access, @PathVariable ContactId id, @PathVariable GuidelineId guideline) {
        return guidelines.open(handled(access, id), guideline);
    }

    @PutMapping("/guidelines/{guideline}/marks")
    @Allowed(Permission.CONTACTS_HANDLE)
    @Operation(summary = "Say what was made of a step, or without `step` of the whole",
            description = "Without `kind` what was said is taken back. `why` is needed to deviate. 409 `guidelines/learned` where its owner has learned from it already.")
    Opened mark(Access access, @PathVariable ContactId id, @PathVariable GuidelineId guideline, @Valid @RequestBody Marking marking) {
        return guidelines.mark(handled(access, id), guideline, new NewMark(marking.step(), marking.kind(), marking.why()), access.user());
    }

    @GetMapping("/phase")
    @Allowed(Permission.CONTACTS_VIEW)
    @Operation(summary = "The phases of this talk and the one it is in; none where the brand shows none over this channel")
    Talk phase(Access access, @PathVariable ContactId id) {
        return phases.talk(situation(contacts.contact(access, id)));
    }

    @PutMapping("/phase")
    @Allowed(Permission.CONTACTS_HANDLE)
    @Operation(summary = "Move the talk to a phase, forward or back; without one it is in none")
    Talk move(Access access, @PathVariable ContactId id, @Valid @RequestBody Moving moving) {
        return phases.move(handled(access, id), moving.phase());
    }

    private Situation handled(Access access, ContactId id) {
        ContactView contact = contacts.contact(access, id);
        access.require(Permission.CONTACTS_HANDLE, contact.brand());
        return situation(contact);
    }

    private static Situation situation(ContactView contact) {
        return new Situation(contact.id(), contact.conversation(), contact.brand(), contact.partner(), contact.channel(), contact.reason(), stage(contact.caseState()));
    }

    private static @Nullable Stage stage(CaseState state) {
        return switch (state) {
            case OPEN -> Stage.OPEN;
            case WAITING_FOR_DEPARTMENT -> Stage.WAITING_FOR_DEPARTMENT;
            case WAITING_FOR_CUSTOMER -> Stage.WAITING_FOR_CUSTOMER;
            case SOLVED -> Stage.SOLVED;
            case MERGED -> null;
        };
    }

    @Schema(name = "GuidelineMarking")
    record Marking(@Nullable String step, @Nullable Kind kind, @Nullable String why) {}

    @Schema(name = "TalkMoving")
    record Moving(@Nullable String phase) {}
}
