package nl.hartslag.desk.internal;

import nl.hartslag.contacts.ContactEvent.ContentErased;
import nl.hartslag.knowledge.GuidelineUse;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What was noted beside a conversation goes with what was said in it. */
@Component
class GuidelinesForget {
    private final GuidelineUse use;

    GuidelinesForget(GuidelineUse use) {
        this.use = use;
    }

    @EventListener
    void erased(ContentErased event) {
        use.forget(event.conversation());
    }
}
