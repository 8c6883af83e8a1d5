package nl.hartslag.platform.idempotency;

import nl.hartslag.platform.timers.TimerHandler;
import org.springframework.stereotype.Component;

/** What was kept of commands goes after a day. */
@Component
class ForgetKeys implements TimerHandler {
    static final String KIND = "platform.forget-keys";
    private final IdempotencyKeys keys;

    ForgetKeys(IdempotencyKeys keys) {
        this.keys = keys;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void fire(DueTimer timer) {
        keys.forgetOld();
    }
}
