package nl.hartslag.desk.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.Priority;
import nl.hartslag.contacts.Registration;
import nl.hartslag.contacts.Transfer;
import nl.hartslag.contacts.TransferReasons;
import nl.hartslag.contacts.TransferReasons.TransferReason;
import nl.hartslag.contacts.WrapUp;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.people.People;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.routing.Routing;
import nl.hartslag.routing.Routing.PresenceState;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.DepartmentId;
import nl.hartslag.shared.ProcessId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/desk")
@Tag(name = "Desk")
class WorkController {
    private final Contacts contacts;
    private final Organisation organisation;
    private final Routing routing;
    private final TransferReasons reasons;

    WorkController(Contacts contacts, Organisation organisation, Routing routing, TransferReasons reasons) {
        this.contacts = contacts;
        this.organisation = organisation;
        this.routing = routing;
        this.reasons = reasons;
    }

    @PostMapping("/contacts/{id}/take")
    @Allowed(Permission.CONTACTS_HANDLE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a waiting contact", description = "409 `contacts/taken` when a colleague was first. 409 `routing/out-of-turn` in a queue where everyone takes what"
                    + " comes next and this is another contact, unless one may assign work; 409 `routing/hands-full` there at capacity.")
    void take(Access access, @PathVariable ContactId id) {
        contacts.take(access, id);
    }

    @PatchMapping("/contacts/{id}/registration")
    @Allowed(Permission.CONTACTS_HANDLE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Register reason, cause or result while the conversation goes on", description = "An absent field stays as it is. A cause is given whole: `cause` without `process` says that only the department is known.")
    void register(Access access, @PathVariable ContactId id, @RequestBody Registration registration) {
        contacts.register(access, id, registration);
    }

    @PostMapping("/contacts/{id}/wrap-up")
    @Allowed(Permission.CONTACTS_HANDLE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End the contact; the case is solved, waits for the customer, or stays open",
            description = "A case that stays open comes back as work at `comesBackAt`, which is then needed unless a promise"
                    + " brings it back. 409 `contacts/promise-open` when it is to be solved while something is promised in it, 409 `contacts/answer-planned` while an answer is still to leave in it."
                    + " An answer that could still be taken back leaves first."
                    + " 409 `contacts/customer-wrote-meanwhile` when the customer wrote after `seenSeq`.")
    void wrapUp(Access access, @PathVariable ContactId id, @RequestBody WrapUp wrapUp) {
        contacts.wrapUp(access, id, wrapUp);
    }

    @PostMapping("/contacts/{id}/transfer")
    @Allowed(Permission.CONTACTS_HANDLE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Hand the contact to a queue or a person, with the reason and a note",
            description = "What waits in a queue where everyone takes what comes next is refused as taking is.")
    void transfer(Access access, @PathVariable ContactId id, @RequestBody Transfer transfer) {
        contacts.transfer(access, id, transfer);
    }

    @PutMapping("/contacts/{id}/priority")
    @Allowed(Permission.CONTACTS_HANDLE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Give a contact more or less haste", description = "What is promised by rule follows. 409 `contacts/already-closed`.")
    void prioritise(Access access, @PathVariable ContactId id, @Valid @RequestBody NewPriority body) {
        contacts.prioritise(access, id, body.priority());
    }

    @GetMapping("/choices")
    @Allowed(Permission.CONTACTS_VIEW)
    @Operation(summary = "What one can choose from in wrap-up for a brand: reasons, departments and their processes")
    Choices choices(Access access, @Parameter(description = "The brand of the conversation") @RequestParam BrandId brand) {
        if (!access.brands().contains(brand)) throw Problem.notFound("brands");
        var reasons = organisation.reasons(brand).stream()
                .map(one -> new ReasonChoice(one.id(), one.parent().orElse(null), one.nameNl(), one.nameEn()))
                .toList();
        var departments = organisation.departments().stream()
                .map(one -> new DepartmentChoice(one.id(), one.nameNl(), one.nameEn()))
                .toList();
        var processes = organisation.processes().stream()
                .map(one -> new ProcessChoice(one.id(), one.department(), one.nameNl(), one.nameEn()))
                .toList();
        return new Choices(reasons, departments, processes);
    }

    @GetMapping("/contacts/{id}/receivers")
    @Allowed(Permission.CONTACTS_HANDLE)
    @Operation(summary = "To whom the contact can be handed: queues of its brand, and colleagues who may handle it, and why it may be",
            description = "For a colleague who is `OFFLINE` it waits first, and after a while for anyone.")
    Receivers receivers(Access access, @PathVariable ContactId id) {
        var brand = contacts.contact(access, id).brand();
        var queues = routing.queues(access).stream()
                .filter(one -> one.brand().equals(brand))
                .map(one -> new QueueChoice(one.id(), one.name()))
                .toList();
        var people = contacts.receivers(access, id).stream().filter(one -> !one.id().equals(access.user())).toList();
        var states = routing.states(people.stream().map(People.User::id).toList());
        return new Receivers(queues, people.stream().map(one -> new Colleague(one.id(), one.name(), states.get(one.id()))).toList(),
                reasons.offered());
    }

    record NewPriority(@NotNull Priority priority) {}

    record Choices(List<ReasonChoice> reasons, List<DepartmentChoice> departments, List<ProcessChoice> processes) {}

    /** @param reasons why it is handed over */
    record Receivers(List<QueueChoice> queues, List<Colleague> colleagues, List<TransferReason> reasons) {}

    record ReasonChoice(ReasonId id, @Nullable ReasonId parent, String nameNl, String nameEn) {}

    record DepartmentChoice(DepartmentId id, String nameNl, String nameEn) {}

    record ProcessChoice(ProcessId id, DepartmentId department, String nameNl, String nameEn) {}

    record QueueChoice(QueueId id, String name) {}

    record Colleague(UserId id, String name, PresenceState presence) {}
}
