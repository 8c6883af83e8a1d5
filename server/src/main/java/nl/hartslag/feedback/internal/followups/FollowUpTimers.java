package nl.hartslag.feedback.internal.followups;

import java.util.UUID;
import nl.hartslag.platform.timers.TimerHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The two moments of a follow-up that come by themselves. */
@Configuration(proxyBeanMethods = false)
class FollowUpTimers {
    static final String LATE = "feedback.follow-up-late";
    static final String REMIND = "feedback.follow-up-remind";

    @Bean
    TimerHandler followUpLate(FollowUpWork work) {
        return new At(LATE, timer -> work.late(UUID.fromString(timer.key())));
    }

    @Bean
    TimerHandler followUpRemind(FollowUpWork work) {
        return new At(REMIND, timer -> work.remind(UUID.fromString(timer.key())));
    }

    private record At(String kind, java.util.function.Consumer<TimerHandler.DueTimer> work) implements TimerHandler {
        @Override
        public void fire(DueTimer timer) {
            work.accept(timer);
        }
    }
}
