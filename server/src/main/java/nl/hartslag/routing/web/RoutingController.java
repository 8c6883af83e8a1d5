package nl.hartslag.routing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.AllowedSignedIn;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.routing.Routing;
import nl.hartslag.routing.Routing.Capacity;
import nl.hartslag.routing.Routing.Held;
import nl.hartslag.routing.Routing.NamedQueue;
import nl.hartslag.routing.Routing.OfferView;
import nl.hartslag.routing.Routing.OtherWork;
import nl.hartslag.routing.Routing.PresenceState;
import nl.hartslag.routing.Routing.PresenceView;
import nl.hartslag.routing.Supervision;
import nl.hartslag.routing.Supervision.LoggedOff;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The work of who is signed in: being there, being asked, taking the next. */
@RestController
@Tag(name = "Routing")
class RoutingController {
    private final Routing routing;
    private final Contacts contacts;
    private final Supervision supervision;

    RoutingController(Routing routing, Contacts contacts, Supervision supervision) {
        this.routing = routing;
        this.contacts = contacts;
        this.supervision = supervision;
    }

    /**
     * @param state     what he chose: {@code AVAILABLE}, {@code BUSY}, {@code BREAK} or {@code OFFLINE}
     * @param connected whether a screen follows the live stream; without one no offers are made
     * @param load      contacts in hand per medium: {@code call}, {@code chat}, {@code mail}
     * @param offers    open to him now
     * @param held      what is not offered before its channel opens; absent when nothing is
     * @param loggedOff who set him to off and why, until he chooses a state himself
     * @param otherWork the queues he was given for a while
     * @param keptFor   the queues that keep him free by name
     */
    record Me(
            PresenceState state, @Nullable Instant since, boolean connected, Capacity capacity, Map<String, Integer> load,
            List<OfferView> offers, Optional<Held> held, Optional<LoggedOff> loggedOff,
            @Nullable OtherWork otherWork, List<NamedQueue> keptFor) {}

    record NewPresence(@NotNull PresenceState state) {}

    /** @param queue only from this one */
    record NextFrom(@Nullable QueueId queue) {}

    /** What was assigned; both absent when nothing waits. */
    record Taken(@Nullable ContactId contact, @Nullable ConversationId conversation) {}

    @Operation(
            summary = "My presence, what I have in hand and what is offered to me",
            description = "The live stream goes on from here: `presence.changed` {presence}, `offer.made` {offer} and"
                    + " `offer.gone` {id, contact, why: accepted, declined, timed_out or withdrawn}.")
    @AllowedSignedIn
    @GetMapping("/api/routing/me")
    Me me(Access access) {
        return meOf(access);
    }

    @Operation(summary = "Choose my presence; leaving AVAILABLE withdraws an open offer")
    @Allowed(Permission.CONTACTS_HANDLE)
    @PutMapping("/api/routing/me/presence")
    Me choose(Access access, @Valid @RequestBody NewPresence body) {
        routing.setPresence(access, body.state());
        return meOf(access);
    }

    private Me meOf(Access access) {
        PresenceView presence = routing.presence(access.user());
        return new Me(
                presence.state(), presence.since(), presence.connected(), presence.capacity(), presence.load(),
                routing.offersTo(access.user()), routing.heldFrom(access), supervision.loggedOff(access), presence.otherWork(), presence.keptFor());
    }

    @Operation(summary = "Offers open to me")
    @Allowed(Permission.CONTACTS_HANDLE)
    @GetMapping("/api/routing/offers")
    List<OfferView> offers(Access access) {
        return routing.offersTo(access.user());
    }

    @Operation(summary = "Accept an offer: the contact is mine; 409 routing/offer-gone when it expired or was taken")
    @Allowed(Permission.CONTACTS_HANDLE)
    @PostMapping("/api/routing/offers/{id}/accept")
    Taken accept(Access access, @PathVariable OfferId id) {
        return taken(routing.accept(access, id));
    }

    @Operation(summary = "Decline an offer: others are asked; 409 routing/offer-gone when it is no longer open")
    @Allowed(Permission.CONTACTS_HANDLE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PostMapping("/api/routing/offers/{id}/decline")
    void decline(Access access, @PathVariable OfferId id) {
        routing.decline(access, id);
    }

    @Operation(
            summary = "Take the next contact that I can do, of all queues or of one; empty when nothing waits",
            description = "409 routing/hands-full at capacity; 403 routing/not-your-queue when the queue needs another brand,"
                    + " company or skill.")
    @Allowed(Permission.CONTACTS_HANDLE)
    @PostMapping("/api/routing/next")
    Taken next(Access access, @RequestBody(required = false) @Nullable NextFrom body) {
        Optional<QueueId> queue = Optional.ofNullable(body).map(NextFrom::queue);
        return routing.takeNext(access, queue).map(this::taken).orElseGet(() -> new Taken(null, null));
    }

    private Taken taken(ContactId contact) {
        return new Taken(contact, contacts.contactOf(contact).conversation());
    }
}
