package nl.hartslag.feedback.internal.asking;

import java.util.UUID;
import nl.hartslag.platform.timers.TimerHandler;
import org.springframework.stereotype.Component;

/** An invitation nobody answered has become too old, and no longer stands in the way of the next. */
@Component
class ExpireTimer implements TimerHandler {
    static final String KIND = "feedback.expire";
    private final Invitations invitations;

    ExpireTimer(Invitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void fire(DueTimer timer) {
        invitations.expire(UUID.fromString(timer.key()));
    }
}
