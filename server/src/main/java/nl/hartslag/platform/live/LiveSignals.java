package nl.hartslag.platform.live;

import nl.hartslag.platform.Wake;
import org.springframework.stereotype.Component;

/** Wakes the two loops of this node: one numbers what was written, one reads what was numbered. */
@Component
class LiveSignals {
    final Wake numbering = new Wake();
    final Wake reading = new Wake();
}
