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
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.hartslag.contacts.AttachmentContent;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.ConsultView;
import nl.hartslag.contacts.Consults;
import nl.hartslag.contacts.Consults.Counts;
import nl.hartslag.contacts.Consults.CustomerAnswer;
import nl.hartslag.contacts.Consults.Decision;
import nl.hartslag.contacts.Consults.Department;
import nl.hartslag.contacts.Consults.Figures;
import nl.hartslag.contacts.Consults.MoreTime;
import nl.hartslag.contacts.Consults.NewConsult;
import nl.hartslag.contacts.Consults.Passing;
import nl.hartslag.contacts.Consults.Words;
import nl.hartslag.contacts.MessageView.AttachmentView;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.platform.web.FileAnswer;
import nl.hartslag.shared.AttachmentId;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ConsultId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.DepartmentId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.UploadId;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Questions to other departments. */
@RestController
@RequestMapping("/api/consults")
@Tag(name = "Consults")
class ConsultsController {
    private final Consults consults;
    private final Clock clock;

    ConsultsController(Consults consults, Clock clock) {
        this.consults = consults;
        this.clock = clock;
    }

    @GetMapping("/departments")
    @Allowed(Permission.CONTACTS_HANDLE)
    @Operation(summary = "The departments that can be asked, with by when each would answer a question of now")
    List<Department> departments(Access access, @Parameter(description = "In whose name is asked") @RequestParam BrandId brand) {
        return consults.departments(access, brand);
    }

    @PostMapping
    @Allowed(Permission.CONTACTS_HANDLE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Ask a department something within a case",
            description = "It answers you, never the customer, unless `answersCustomer` gives it the case, which needs the contact to be yours or nobody's. `dueAt` asks for another time than usual: a later one counts at once, a sooner one needs a `why` and "
                    + "counts when the department accepts it. The same `clientKey` in the same conversation is one question. The answer, or its "
                    + "absence when it is due, brings the case back to you.")
    Asked ask(Access access, @Valid @RequestBody Asking asking) {
        return new Asked(consults.ask(access, asking.conversation(),
                new NewConsult(asking.department(), asking.question(), asking.sharesConversation(), asking.clientKey(), asking.dueAt(), asking.why(), Boolean.TRUE.equals(asking.answersCustomer()))));
    }

    @GetMapping
    @Allowed(Permission.CONSULTS_ANSWER)
    @Operation(summary = "What is asked of the departments you answer for", description = "Open ones by when they are due, settled ones newest first.")
    Page<ConsultView> asked(
            Access access,
            @Parameter(description = "Those that were answered or withdrawn, instead of the open ones") @RequestParam(defaultValue = "false") boolean settled,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "25") @Min(1) @Max(100) int limit) {
        return consults.asked(access, settled, cursor, limit);
    }

    @GetMapping("/counts")
    @Allowed(Permission.CONSULTS_ANSWER)
    @Operation(summary = "How many questions are open for your departments, and how many of those are late")
    Counts counts(Access access) {
        return consults.counts(access);
    }

    @GetMapping("/{id}/conversation")
    @Allowed(Permission.CONSULTS_ANSWER)
    @Operation(summary = "What the customer and we wrote, when it was shared with the department and its answer is awaited; the last 100 messages",
            description = "Reading it is written down. 403 `consults/not-shared` when only the question was asked.")
    List<Line> conversation(Access access, @PathVariable ConsultId id) {
        return consults.conversation(access, id).stream()
                .map(one -> new Line(one.seq(), one.direction().equals("in"), one.authorName(), one.at(), one.text(), one.attachments()))
                .toList();
    }

    @GetMapping("/{id}/files/{file}")
    @Allowed(Permission.CONSULTS_ANSWER)
    @Operation(summary = "A file of the conversation that was shared, or of the own answer; only harmless pictures are shown in place, everything else is a download",
            description = "Of the conversation as long as that may be read. Reading it is written down. 403 `consults/not-shared` when only the question was asked.")
    ResponseEntity<InputStreamResource> file(Access access, @PathVariable ConsultId id,
            @Parameter(description = "Of a message of that conversation, or of the answer") @PathVariable AttachmentId file) {
        AttachmentContent content = consults.file(access, id, file);
        return FileAnswer.of(content.name(), content.type(), content.size(), content.bytes());
    }

    @PostMapping(path = "/{id}/uploads", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Allowed(Permission.CONSULTS_ANSWER)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Upload a file for the answer of a department", description = "Its id goes along with the answer. 409 `consults/settled` when nothing is asked any more.")
    Uploaded upload(Access access, @PathVariable ConsultId id, @RequestParam MultipartFile file) throws IOException {
        return new Uploaded(consults.upload(access, id, Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes()));
    }

    @PostMapping("/{id}/answer")
    @Allowed(Permission.CONSULTS_ANSWER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Answer for your department", description = "409 `consults/settled` when a colleague answered, or the question was withdrawn.")
    void answer(Access access, @PathVariable ConsultId id, @Valid @RequestBody Answer answer) {
        consults.answer(access, id, answer.answer(), answer.uploads() == null ? List.of() : answer.uploads());
    }

    @PostMapping("/{id}/customer-answer")
    @Allowed(Permission.CONSULTS_ANSWER)
    @Operation(summary = "Answer the customer for your department, when it was given the case",
            description = "It leaves as an answer of customer service does, in your name, and settles the question. 403 `consults/not-given` when the department was only "
                    + "asked; 409 `consults/settled` when a colleague answered, or the case was taken back; 409 `contacts/answered-meanwhile` or "
                    + "`contacts/customer-wrote-meanwhile` when something was written after `seenSeq`.")
    CustomerAnswered answerCustomer(Access access, @PathVariable ConsultId id, @Valid @RequestBody ToCustomer answer) {
        return new CustomerAnswered(consults.answerCustomer(access, id, new CustomerAnswer(answer.text(), answer.seenSeq(), answer.clientKey(), answer.solved(),
                answer.uploads() == null ? List.of() : answer.uploads())));
    }

    @PostMapping("/{id}/sooner/decision")
    @Allowed(Permission.CONSULTS_ANSWER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Say yes or no to a sooner time that was asked for",
            description = "What was agreed before counts until yes is said. 409 `consults/changed` when that time is not asked for any more.")
    void decideSooner(Access access, @PathVariable ConsultId id, @Valid @RequestBody Decided decided) {
        consults.decideSooner(access, id, new Decision(decided.accepted(), decided.dueAt(), decided.clientKey()));
    }

    @PostMapping("/{id}/more-time")
    @Allowed(Permission.CONSULTS_ANSWER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Ask for a later time than was agreed", description = "It brings the case back to who asked, who decides. What was agreed counts until then.")
    void moreTime(Access access, @PathVariable ConsultId id, @Valid @RequestBody Later later) {
        consults.moreTime(access, id, new MoreTime(later.dueAt(), later.why(), later.clientKey()));
    }

    @PostMapping("/{id}/more-time/decision")
    @Allowed(Permission.CONTACTS_HANDLE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Grant a department the time that it asks for, or hold to what was agreed",
            description = "409 `consults/changed` when that time is not asked for any more.")
    void decideMoreTime(Access access, @PathVariable ConsultId id, @Valid @RequestBody Decided decided) {
        consults.decideMoreTime(access, id, new Decision(decided.accepted(), decided.dueAt(), decided.clientKey()));
    }

    @PostMapping("/{id}/ask-back")
    @Allowed(Permission.CONSULTS_ANSWER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Ask something back for your department", description = "It brings the case back to who asked. Until that is answered the time of the department stands still.")
    void askBack(Access access, @PathVariable ConsultId id, @Valid @RequestBody Said said) {
        consults.askBack(access, id, new Words(said.text(), said.clientKey()));
    }

    @PostMapping("/{id}/tell")
    @Allowed(Permission.CONTACTS_HANDLE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Answer what a department asked back", description = "Its time goes on with what was left. 409 `consults/changed` when nothing is asked back any more.")
    void tell(Access access, @PathVariable ConsultId id, @Valid @RequestBody Said said) {
        consults.tell(access, id, new Words(said.text(), said.clientKey()));
    }

    @GetMapping("/{id}/departments")
    @Allowed(Permission.CONSULTS_ANSWER)
    @Operation(summary = "To which departments a question can be passed on, with by when each would answer a question of now")
    List<Department> others(Access access, @PathVariable ConsultId id) {
        return consults.others(access, id);
    }

    @PostMapping("/{id}/pass")
    @Allowed(Permission.CONSULTS_ANSWER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Pass a question on to the department that should answer it",
            description = "It counts for that one from then on. A time that stays and is sooner than that department usually answers is asked of it. "
                    + "The conversation goes along only where it was shared, and by mail only when `sharesConversation` says so.")
    void pass(Access access, @PathVariable ConsultId id, @Valid @RequestBody PassedOn passed) {
        consults.pass(access, id, new Passing(passed.department(), passed.why(), passed.keepsTime(), passed.clientKey(), passed.sharesConversation()));
    }

    @PostMapping("/{id}/withdraw")
    @Allowed(Permission.CONTACTS_HANDLE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "The answer is not needed any more", description = "409 `consults/settled` when there is one.")
    void withdraw(Access access, @PathVariable ConsultId id) {
        consults.withdraw(access, id);
    }

    @GetMapping("/figures")
    @Allowed(Permission.LIVE_VIEW)
    @Operation(summary = "How each department answers, of what was asked in the last days",
            description = "A question counts for the department that it is with, from when it came there; what was withdrawn does not count. In time: answered "
                    + "before the time agreed, of what is answered or was due; in percent with the 95 % interval of Wilson (1927), absent below ten. Medians by the "
                    + "clock, in minutes, without the time in which a question waited for who asked.")
    List<Figures> figures(
            Access access,
            @RequestParam Optional<BrandId> brand,
            @Parameter(description = "How many days back from now") @RequestParam(defaultValue = "30") @Min(1) @Max(366) int days) {
        Instant now = clock.instant();
        return consults.figures(access, brand, now.minus(Duration.ofDays(days)), now);
    }

    /**
     * @param sharesConversation whether the department may read what the customer and we wrote
     * @param clientKey made by the screen, so that sending twice is one question
     * @param dueAt another time than usual
     * @param why   needed for a sooner time
     * @param answersCustomer whether the department is given the case: its people answer the customer, and read the conversation
     */
    @Schema(name = "NewConsult")
    record Asking(
            @NotNull ConversationId conversation,
            @NotNull DepartmentId department,
            @NotBlank @Size(max = 4000) String question,
            boolean sharesConversation,
            @NotBlank @Size(max = 100) String clientKey,
            @Nullable Instant dueAt,
            @Nullable @Size(max = 500) String why,
            @Nullable Boolean answersCustomer) {}

    @Schema(name = "ConsultAsked")
    record Asked(ConsultId id) {}

    @Schema(name = "ConsultUpload")
    record Uploaded(UploadId id) {}

    /** @param uploads files that go along */
    @Schema(name = "ConsultAnswer")
    record Answer(@NotBlank @Size(max = 4000) String answer, @Nullable List<UploadId> uploads) {}

    /**
     * @param seenSeq the last message that was on screen
     * @param clientKey made by the screen, so that sending twice is one message
     * @param solved  whether nothing more is to be done; else the case waits for the customer
     * @param uploads files that go along
     */
    @Schema(name = "ConsultCustomerAnswer")
    record ToCustomer(
            @NotBlank @Size(max = 100_000) String text, @Min(0) int seenSeq, @NotBlank @Size(max = 100) String clientKey, boolean solved, @Nullable List<UploadId> uploads) {}

    /** @param caseState as was chosen, unless somebody at customer service has the case in hand, or another department is still asked */
    @Schema(name = "ConsultCustomerAnswered")
    record CustomerAnswered(CaseState caseState) {}

    /** @param dueAt the time as it was on screen */
    @Schema(name = "ConsultDecision")
    record Decided(boolean accepted, @NotNull Instant dueAt, @NotBlank @Size(max = 100) String clientKey) {}

    @Schema(name = "ConsultMoreTime")
    record Later(@NotNull Instant dueAt, @NotBlank @Size(max = 500) String why, @NotBlank @Size(max = 100) String clientKey) {}

    @Schema(name = "ConsultWords")
    record Said(@NotBlank @Size(max = 4000) String text, @NotBlank @Size(max = 100) String clientKey) {}

    /**
     * @param keepsTime whether the time agreed stays, instead of the usual one of the other department
     * @param sharesConversation whether the conversation goes along, where it was shared; when left out, it does unless the question goes by mail
     */
    @Schema(name = "ConsultPassedOn")
    record PassedOn(
            @NotNull DepartmentId department,
            @NotBlank @Size(max = 500) String why,
            boolean keepsTime,
            @NotBlank @Size(max = 100) String clientKey,
            @Nullable Boolean sharesConversation) {}

    /**
     * @param seq its number in the conversation
     * @param customer whether the customer wrote it
     */
    @Schema(name = "ConsultLine")
    record Line(int seq, boolean customer, String author, Instant at, String text, List<AttachmentView> files) {}
}
