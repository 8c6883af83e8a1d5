package nl.hartslag.simulator.chat;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import nl.hartslag.demo.internal.company.Dice;
import nl.hartslag.demo.internal.company.Occasion;
import nl.hartslag.demo.internal.company.Voices;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** One customer chatting, from the first hello to the end, on a thread of its own. */
public final class ChatVisit implements Runnable {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final double PATIENCE_SECONDS = 480;
    private static final int MOST_RECONNECTS = 60;

    private final WidgetClient widget;
    private final Occasion occasion;
    private final Dice dice;
    private final Voices voices;
    private final Pace pace;
    private final int number;
    private final Consumer<String> helpedBy;
    private int lastSeq;
    private int sent;
    private volatile int answers;
    private volatile boolean ended;
    private String agent = "";

    /** How long people take for things. */
    public interface Pace {
        void pause(double seconds) throws InterruptedException;
    }

    /**
     * @param number   of the visit, so that its messages have keys of their own
     * @param helpedBy is told by whom, when an agent has answered
     */
    public ChatVisit(int number, WidgetClient widget, Occasion occasion, Dice dice, Pace pace, Consumer<String> helpedBy) {
        this.number = number;
        this.widget = widget;
        this.occasion = occasion;
        this.dice = dice;
        this.voices = new Voices(dice);
        this.pace = pace;
        this.helpedBy = helpedBy;
    }

    @Override
    public void run() {
        try {
            JsonNode visit = widget.visit(Map.of("language", occasion.language()));
            if (!visit.path("open").asBoolean(true)) {
                leaveQuestion();
                return;
            }
            open(visit);
            Thread.ofVirtual().start(this::losePatience);
            follow();
        } catch (IOException lineGone) {
            // a visitor whose line is gone for good does not come back
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void open(JsonNode visit) throws IOException, InterruptedException {
        Map<String, Object> body = new LinkedHashMap<>(introduction());
        reason(visit).ifPresent(id -> body.put("reason", id));
        boolean hello = dice.chance(0.35);
        body.put("text", hello ? voices.general(occasion, "chat hello", "") : voices.chatQuestion(occasion));
        widget.post("conversations", body);
        if (hello) {
            pace.pause(dice.between(3, 8));
            say(voices.chatQuestion(occasion));
        }
    }

    private void leaveQuestion() throws IOException, InterruptedException {
        Map<String, Object> body = new LinkedHashMap<>(introduction());
        body.put("text", voices.mail(occasion));
        widget.post("mail", body);
    }

    private Map<String, Object> introduction() {
        return Map.of("clientKey", key(), "name", occasion.shopper().name(), "email", occasion.shopper().email(),
                "language", occasion.language());
    }

    /** Half of the visitors choose what their question is about, and choose well. */
    private Optional<String> reason(JsonNode visit) {
        if (dice.chance(0.5)) return Optional.empty();
        for (JsonNode reason : visit.path("form").path("reasons")) {
            if (occasion.reasonNames().contains(reason.path("label").asString(""))) return Optional.of(reason.path("id").asString());
        }
        return Optional.empty();
    }

    private void follow() throws IOException, InterruptedException {
        for (int connection = 0; connection < MOST_RECONNECTS && !ended; connection++) {
            try (EventStream stream = widget.stream(lastSeq)) {
                // a train goes into a tunnel now and then
                int until = dice.chance(0.15) ? dice.between(2, 6) : Integer.MAX_VALUE;
                for (int heard = 0; heard < until && !ended; heard++) {
                    Optional<EventStream.Event> event = stream.next();
                    if (event.isEmpty()) break;
                    hear(event.get());
                }
            } catch (WidgetClient.Refused refused) {
                if (refused.status() < 500 && refused.status() != 429) return;
            } catch (IOException dropped) {
                // connects again below, as the widget does
            }
            pace.pause(dice.between(1, 6));
        }
    }

    private void hear(EventStream.Event event) throws IOException, InterruptedException {
        JsonNode data = JSON.readTree(event.data());
        if (event.name().equals("state")) {
            ended |= data.path("state").asString("").equals("ended");
        } else if (event.name().equals("message")) {
            lastSeq = Math.max(lastSeq, data.path("seq").asInt());
            if (data.path("from").asString("").equals("agent")) {
                agent = data.path("name").asString("");
                helpedBy.accept(agent);
                answer();
            }
        }
    }

    private void answer() throws IOException, InterruptedException {
        answers++;
        widget.post("read", Map.of("seq", lastSeq));
        pace.pause(dice.between(3, 7));
        widget.post("typing", null);
        pace.pause(dice.between(3, 9));
        switch (answers) {
            case 1 -> say(voices.general(occasion, "chat order", agent));
            case 2 -> say(voices.general(occasion, dice.chance(0.4) ? "second question" : "thanks", agent));
            case 3 -> say(voices.general(occasion, "chat bye", agent));
            default -> {
                widget.post("end", null);
                ended = true;
            }
        }
    }

    private void losePatience() {
        try {
            pace.pause(PATIENCE_SECONDS);
            if (answers == 0 && !ended) giveUp();
        } catch (IOException refused) {
            ended = true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void giveUp() throws IOException, InterruptedException {
        say(occasion.language().equals("nl") ? "Ik moet nu weg, ik mail wel." : "I have to go now, I will e-mail.");
        widget.post("end", null);
        ended = true;
    }

    /** Sends; one in eight times the answer gets lost on the way, and the same message goes again. */
    private void say(String text) throws IOException, InterruptedException {
        Map<String, Object> message = new HashMap<>(Map.of("clientKey", key(), "text", text));
        widget.post("messages", message);
        if (dice.chance(0.12)) widget.post("messages", message);
    }

    private synchronized String key() {
        return "visit-" + number + "-" + ++sent;
    }
}
