package nl.hartslag.platform.live;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** How many screens follow this node. */
@Component
class LiveMeters implements MeterBinder {
    private final LiveReader reader;

    LiveMeters(LiveReader reader) {
        this.reader = reader;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("hartslag.live.streams", reader::streams).description("Open streams of screens on this node").register(registry);
    }
}
