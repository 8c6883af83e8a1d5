package nl.hartslag.desk.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import nl.hartslag.contacts.Addressees;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.Draft;
import nl.hartslag.contacts.MessageView;
import nl.hartslag.contacts.Reply;
import nl.hartslag.contacts.Transfer;
import nl.hartslag.contacts.WhileEnded;
import nl.hartslag.contacts.WhileEnded.Done;
import nl.hartslag.contacts.Written;
import nl.hartslag.desk.Desk;
import nl.hartslag.desk.OpenConversation;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.TransferReasonId;
import nl.hartslag.shared.UploadId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/desk/conversations/{id}")
@Tag(name = "Desk")
class ConversationController {
    private final Desk desk;
    private final Contacts contacts;
    private final WhileEnded ended;

    ConversationController(Desk desk, Contacts contacts, WhileEnded ended) {
        this.desk = desk;
        this.contacts = contacts;
        this.ended = ended;
    }

    @GetMapping
    @Allowed(Permission.CONTACTS_VIEW)
    @Operation(summary = "Everything the desk shows when a conversation is opened")
    OpenConversation open(Access access, @PathVariable ConversationId id) {
        return desk.open(access, id);
    }

    @GetMapping("/messages")
    @Allowed(Permission.CONTACTS_VIEW)
    @Operation(summary = "Messages before or after a number, oldest first",
            description = "With `after`: what came since, at most 100. With `before`: the page of earlier ones.")
    Messages messages(
            Access access,
            @PathVariable ConversationId id,
            @Parameter(description = "Only messages with a lower number") @RequestParam Optional<Integer> before,
            @Parameter(description = "Only messages with a higher number") @RequestParam Optional<Integer> after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Desk.MOST_MESSAGES) int limit) {
        return new Messages(after.isPresent()
                ? desk.newerMessages(access, id, after.get())
                : desk.earlierMessages(access, id, before.orElse(0), limit));
    }

    @PostMapping("/pick-up")
    @Allowed(Permission.CONTACTS_HANDLE)
    @Operation(summary = "Go on with a conversation that nobody has in hand", description = "Its case is open again, with a contact of yours that you wrap up as any other. 409 "
            + "`contacts/taken` when a colleague has it, 409 `contacts/erased` when its content was erased. Harmless when repeated.")
    PickedUp pickUp(Access access, @PathVariable ConversationId id) {
        return new PickedUp(contacts.pickUp(access, id));
    }

    @PostMapping("/bring-back")
    @Allowed(Permission.CONTACTS_HANDLE)
    @Operation(summary = "Bring back what nobody has in hand, for oneself, a queue or a person; says what came of it",
            description = "Only while nobody has it, so that of two at once one does it. At most one of `queue` and `user`, which need `contacts.assign`; without them"
                    + " it is for oneself. A solved case is opened again only with `solvedToo`. 409 `contacts/erased` when its content was erased. Harmless when repeated.")
    Done bringBack(Access access, @PathVariable ConversationId id, @Valid @RequestBody BringBack body) {
        if (body.queue() == null && body.user() == null) return ended.pickUp(access, id, body.solvedToo());
        return ended.handOn(access, id, new Transfer(body.queue(), body.user(), body.note() == null ? "" : body.note(), body.why()), body.solvedToo());
    }

    record PickedUp(ContactId contact) {}

    /** @param why one of those that are offered @param solvedToo also when its case is solved */
    @Schema(name = "BringBack")
    record BringBack(
            @Nullable QueueId queue,
            @Nullable UserId user,
            @Nullable @Size(max = 5000) String note,
            @Nullable TransferReasonId why,
            boolean solvedToo) {}

    @PostMapping("/replies")
    @Allowed(Permission.CONTACTS_HANDLE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Answer the customer",
            description = "409 `contacts/answered-meanwhile` when a colleague was first, 409 `contacts/customer-wrote-meanwhile` "
                    + "in mail when the customer wrote meanwhile and `confirmed` is not set. Answering what waits is taking it too, so it is "
                    + "refused as taking is.")
    Written reply(Access access, @PathVariable ConversationId id, @RequestBody Reply reply) {
        return contacts.reply(access, id, reply);
    }

    @PostMapping("/notes")
    @Allowed(Permission.CONTACTS_HANDLE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Write a note that only colleagues see")
    Written note(Access access, @PathVariable ConversationId id, @RequestBody NewNote note) {
        if (note.text().isBlank()) throw Problem.invalid("text", "required");
        return contacts.note(access, id, note.text(), note.clientKey());
    }

    @PutMapping("/drafts/{kind}")
    @Allowed(Permission.CONTACTS_HANDLE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Keep what this person is writing; `kind` is reply or note")
    void saveDraft(Access access, @PathVariable ConversationId id, @PathVariable @Pattern(regexp = "reply|note") String kind, @RequestBody NewDraft draft) {
        contacts.saveDraft(access, id, new Draft(kind, draft.text(), draft.seenSeq(), draft.addressees()));
    }

    @DeleteMapping("/drafts/{kind}")
    @Allowed(Permission.CONTACTS_HANDLE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Throw away what this person was writing")
    void discardDraft(Access access, @PathVariable ConversationId id, @PathVariable @Pattern(regexp = "reply|note") String kind) {
        contacts.discardDraft(access, id, kind);
    }

    @PutMapping("/recipients")
    @Allowed(Permission.CONTACTS_HANDLE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Let an address that stands in the conversation get its answers, or no longer",
            description = "For those who were on a mail besides the customer. The customer's own address always gets them.")
    void recipients(Access access, @PathVariable ConversationId id, @RequestBody GetsAnswers recipient) {
        contacts.recipient(access, id, recipient.address(), recipient.getsAnswers());
    }

    @PutMapping("/read")
    @Allowed(Permission.CONTACTS_HANDLE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "This person has seen messages up to a number")
    void read(Access access, @PathVariable ConversationId id, @RequestBody ReadUpTo upTo) {
        contacts.read(access, id, upTo.seq());
    }

    @PostMapping(path = "/uploads", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Allowed(Permission.CONTACTS_HANDLE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Upload a file for a reply", description = "Its id goes along with the reply.")
    Upload upload(Access access, @PathVariable ConversationId id, @RequestParam MultipartFile file) throws IOException {
        var conversation = contacts.conversation(access, id);
        var name = Optional.ofNullable(file.getOriginalFilename()).map(one -> one.replace("\0", "")).filter(one -> !one.isBlank()).orElse("file");
        return new Upload(contacts.upload(access.user().toString(), conversation.brand(), name, file.getBytes()), name, file.getSize());
    }

    @PutMapping("/watching")
    @Allowed(Permission.CONTACTS_VIEW)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "This person has the conversation on screen", description = "Repeat within 45 seconds.")
    void watch(Access access, @PathVariable ConversationId id, @RequestBody Watching watching) {
        desk.watch(access, id, watching.typing());
    }

    @DeleteMapping("/watching")
    @Allowed(Permission.CONTACTS_VIEW)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "This person went to something else")
    void leave(Access access, @PathVariable ConversationId id) {
        desk.leave(access, id);
    }

    record Messages(List<MessageView> items) {}

    /** @param clientKey made by the screen, so that sending twice is one note */
    record NewNote(String text, String clientKey) {}

    /** @param address as it stands in the conversation */
    record GetsAnswers(String address, boolean getsAnswers) {}

    /** @param addressees whom he chose for this answer; absent for those who get every answer */
    record NewDraft(String text, int seenSeq, @Nullable Addressees addressees) {}

    record ReadUpTo(int seq) {}

    record Upload(UploadId id, String name, long size) {}

    record Watching(boolean typing) {}
}
