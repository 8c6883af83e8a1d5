package nl.hartslag.desk.internal.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nl.hartslag.platform.Loop;
import nl.hartslag.platform.Wake;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Makes what was said findable, a moment later and beside the work, so that nobody who writes waits for it. */
@Component
class SearchKeeper implements SmartLifecycle {
    private static final Duration LOOK_ANYWAY = Duration.ofSeconds(1);
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(5);
    private static final Duration WORDS_ANEW = Duration.ofMinutes(10);
    private static final Duration SOON = Duration.ofSeconds(20);
    private final SearchWords words;
    private final SearchDue due;
    private final Vocabulary vocabulary;
    private final Wake farewell = new Wake();
    private final List<Loop> loops = new ArrayList<>();

    SearchKeeper(SearchWords words, SearchDue due, Vocabulary vocabulary) {
        this.words = words;
        this.due = due;
        this.vocabulary = vocabulary;
    }

    @Override
    public synchronized void start() {
        loops.add(Loop.start("search", () -> {
            if (words.some() == 0) due.added.await(LOOK_ANYWAY);
        }));
        loops.add(Loop.start("words of customers", () -> {
            vocabulary.read();
            farewell.await(vocabulary.young() ? SOON : WORDS_ANEW);
        }));
    }

    @Override
    public synchronized void stop() {
        farewell.call();
        Loop.finish(loops, LONGEST_FAREWELL);
        loops.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !loops.isEmpty();
    }
}
