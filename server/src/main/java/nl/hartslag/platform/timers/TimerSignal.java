package nl.hartslag.platform.timers;

import nl.hartslag.platform.Wake;
import org.springframework.stereotype.Component;

/** Tells this node's workers that a timer was stored that may be due sooner. */
@Component
class TimerSignal {
    final Wake stored = new Wake();
}
