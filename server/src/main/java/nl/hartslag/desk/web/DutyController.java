package nl.hartslag.desk.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.ContactView;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.routing.Routing;
import nl.hartslag.routing.Routing.OfferView;
import nl.hartslag.routing.Routing.PresenceState;
import nl.hartslag.routing.Routing.PresenceView;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.OfferId;
import nl.hartslag.shared.QueueId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What this person is ready for, and what is offered to him. */
@RestController
@RequestMapping("/api/desk/duty")
@Tag(name = "Desk")
class DutyController {
    private final Routing routing;
    private final Contacts contacts;

    DutyController(Routing routing, Contacts contacts) {
        this.routing = routing;
        this.contacts = contacts;
    }

    @GetMapping
    @Allowed(Permission.CONTACTS_HANDLE)
    @Operation(summary = "My presence, what I have in hand, and what is offered to me now")
    Duty duty(Access access) {
        var offers = routing.offersTo(access.user()).stream().map(this::shown).toList();
        return new Duty(routing.presence(access.user()), offers);
    }

    @PutMapping("/presence")
    @Allowed(Permission.CONTACTS_HANDLE)
    @Operation(summary = "Say that I am available, on a break, or off")
    PresenceView presence(Access access, @RequestBody ChosenPresence chosen) {
        routing.setPresence(access, chosen.state());
        return routing.presence(access.user());
    }

    @PostMapping("/offers/{id}/accept")
    @Allowed(Permission.CONTACTS_HANDLE)
    @Operation(summary = "Accept an offer", description = "409 `routing/offer-gone` when it expired or went to someone else.")
    Taken accept(Access access, @PathVariable OfferId id) {
        return taken(access, routing.accept(access, id));
    }

    @PostMapping("/offers/{id}/decline")
    @Allowed(Permission.CONTACTS_HANDLE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Decline an offer; it goes to someone else")
    void decline(Access access, @PathVariable OfferId id) {
        routing.decline(access, id);
    }

    @PostMapping("/next")
    @Allowed(Permission.CONTACTS_HANDLE)
    @Operation(summary = "Take what I should do next", description = "Without `contact` in the answer nothing waits that I can do.")
    Taken next(Access access, @RequestBody NextFrom from) {
        return routing.takeNext(access, Optional.ofNullable(from.queue()))
                .map(contact -> taken(access, contact))
                .orElse(new Taken(null, null));
    }

    private Taken taken(Access access, ContactId contact) {
        return new Taken(contact, contacts.contact(access, contact).conversation());
    }

    private Offer shown(OfferView offer) {
        ContactView contact = contacts.contactOf(offer.contact());
        return new Offer(offer, contact.conversation(), contact.medium(), contact.subject(),
                routing.queue(offer.queue()).map(Routing.Queue::name).orElse(""), contact.openedAt());
    }

    record Duty(PresenceView presence, List<Offer> offers) {}

    record Offer(OfferView offer, ConversationId conversation, String medium, String subject, String queueName, Instant openedAt) {}

    record ChosenPresence(PresenceState state) {}

    /** @param queue only from this queue; absent: from all I can do */
    record NextFrom(@Nullable QueueId queue) {}

    record Taken(@Nullable ContactId contact, @Nullable ConversationId conversation) {}
}
