package nl.hartslag.feedback.internal.asking;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import nl.hartslag.contacts.ContactEvent.CaseReopened;
import nl.hartslag.contacts.ContactEvent.CaseSolved;
import nl.hartslag.contacts.ContactEvent.DeliveryChanged;
import nl.hartslag.contacts.Delivery;
import nl.hartslag.platform.timers.Timers;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What happens in the work and matters for asking. Deciding waits for a timer, so that wrapping up is never slowed. */
@Component
class CaseListener {
    private final Timers timers;
    private final Invitations invitations;
    private final Clock clock;

    CaseListener(Timers timers, Invitations invitations, Clock clock) {
        this.timers = timers;
        this.invitations = invitations;
        this.clock = clock;
    }

    @EventListener
    void on(CaseSolved solved) {
        Map<String, Object> payload = new HashMap<>();
        payload.put("case", solved.caseId().toString());
        payload.put("contact", solved.contact().toString());
        payload.put("conversation", solved.conversation().toString());
        payload.put("brand", solved.brand().toString());
        solved.partner().ifPresent(partner -> payload.put("partner", partner.toString()));
        if (solved.customer() != null) payload.put("customer", solved.customer().toString());
        if (solved.queue() != null) payload.put("queue", solved.queue().toString());
        payload.put("channel", solved.channel());
        payload.put("handledBy", solved.handledBy().toString());
        payload.put("unasked", solved.unasked());
        payload.put("solvedAt", solved.occurredAt().toString());
        timers.schedule(DecideTimer.KIND, solved.caseId() + "@" + solved.occurredAt(), clock.instant(), payload);
    }

    @EventListener
    void on(CaseReopened reopened) {
        invitations.withdrawWaiting(reopened.caseId());
    }

    @EventListener
    void on(DeliveryChanged changed) {
        if (!changed.purpose().equals("invitation")) return;
        if (changed.delivery() == Delivery.BOUNCED || changed.delivery() == Delivery.FAILED) {
            invitations.bounced(changed.message());
        }
    }
}
