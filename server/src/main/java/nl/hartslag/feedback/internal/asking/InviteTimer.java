package nl.hartslag.feedback.internal.asking;

import java.util.UUID;
import nl.hartslag.platform.timers.TimerHandler;
import org.springframework.stereotype.Component;

/** The delay after the solution is over: the invitation may go. */
@Component
class InviteTimer implements TimerHandler {
    static final String KIND = "feedback.invite";
    private final Invitations invitations;

    InviteTimer(Invitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void fire(DueTimer timer) {
        invitations.send(UUID.fromString(timer.key()));
    }
}
