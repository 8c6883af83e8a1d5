package nl.hartslag.desk.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.Registration;
import nl.hartslag.contacts.Transfer;
import nl.hartslag.contacts.WrapUp;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.people.People;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.routing.Routing;
import nl.hartslag.routing.Routing.PresenceState;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.DepartmentId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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
    private final People people;
    private final Routing routing;

    WorkController(Contacts contacts, Organisation organisation, People people, Routing routing) {
        this.contacts = contacts;
        this.organisation = organisation;
        this.people = people;
        this.routing = routing;
    }

    @PostMapping("/contacts/{id}/take")
    @Allowed(Permission.CONTACTS_HANDLE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a waiting contact", description = "409 `contacts/taken` when a colleague was first.")
    void take(Access access, @PathVariable ContactId id) {
        contacts.take(access, id);
    }

    @PatchMapping("/contacts/{id}/registration")
    @Allowed(Permission.CONTACTS_HANDLE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Register reason, cause or result while the conversation goes on", description = "An absent field stays as it is.")
    void register(Access access, @PathVariable ContactId id, @RequestBody Registration registration) {
        contacts.register(access, id, registration);
    }

    @PostMapping("/contacts/{id}/wrap-up")
    @Allowed(Permission.CONTACTS_HANDLE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End the contact; the case is solved, waits for the customer, or stays open",
            description = "409 `contacts/customer-wrote-meanwhile` when the customer wrote after `seenSeq`.")
    void wrapUp(Access access, @PathVariable ContactId id, @RequestBody WrapUp wrapUp) {
        contacts.wrapUp(access, id, wrapUp);
    }

    @PostMapping("/contacts/{id}/transfer")
    @Allowed(Permission.CONTACTS_HANDLE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Hand the contact to a queue or a person, with a note")
    void transfer(Access access, @PathVariable ContactId id, @RequestBody Transfer transfer) {
        contacts.transfer(access, id, transfer);
    }

    @GetMapping("/choices")
    @Allowed(Permission.CONTACTS_VIEW)
    @Operation(summary = "What one can choose from in wrap-up and transfer for a brand: reasons, departments, queues, colleagues")
    Choices choices(Access access, @RequestParam BrandId brand) {
        var reasons = organisation.reasons(brand).stream()
                .map(one -> new ReasonChoice(one.id(), one.parent().orElse(null), one.nameNl(), one.nameEn()))
                .toList();
        var departments = organisation.departments().stream()
                .map(one -> new DepartmentChoice(one.id(), one.nameNl(), one.nameEn()))
                .toList();
        var queues = routing.queues(access).stream()
                .filter(one -> one.brand().equals(brand))
                .map(one -> new QueueChoice(one.id(), one.name()))
                .toList();
        var colleagues = people.colleaguesWho(access, brand, Permission.CONTACTS_HANDLE).stream()
                .filter(one -> !one.id().equals(access.user()))
                .map(one -> new Colleague(one.id(), one.name(), routing.presence(one.id()).state()))
                .toList();
        return new Choices(reasons, departments, queues, colleagues);
    }

    record Choices(List<ReasonChoice> reasons, List<DepartmentChoice> departments, List<QueueChoice> queues, List<Colleague> colleagues) {}

    record ReasonChoice(ReasonId id, @Nullable ReasonId parent, String nameNl, String nameEn) {}

    record DepartmentChoice(DepartmentId id, String nameNl, String nameEn) {}

    record QueueChoice(QueueId id, String name) {}

    record Colleague(UserId id, String name, PresenceState presence) {}
}
