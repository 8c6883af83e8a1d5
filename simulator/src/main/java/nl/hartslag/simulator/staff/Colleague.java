package nl.hartslag.simulator.staff;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.hartslag.demo.internal.company.Company;
import nl.hartslag.demo.internal.company.Dice;
import nl.hartslag.demo.internal.company.Occasion;
import nl.hartslag.demo.internal.company.Table;
import nl.hartslag.demo.internal.company.Voices;
import nl.hartslag.simulator.bench.Staff;
import nl.hartslag.simulator.chat.ChatVisit.Pace;
import tools.jackson.databind.JsonNode;

/**
 * Somebody of the demo company at work: takes a mail that waits, answers it and wraps it up, at a person's pace. He leaves enough
 * waiting for whoever came to look.
 */
public final class Colleague implements Runnable {
    private static final int LEFT_FOR_OTHERS = 6;

    private final Staff staff;
    private final Company.Person person;
    private final Dice dice;
    private final Pace pace;
    private final Function<String, Optional<Occasion>> customers;

    /** @param customers by address: what they came about */
    public Colleague(Staff staff, Company.Person person, Dice dice, Pace pace, Function<String, Optional<Occasion>> customers) {
        this.staff = staff;
        this.person = person;
        this.dice = dice;
        this.pace = pace;
        this.customers = customers;
    }

    @Override
    public void run() {
        try {
            pace.pause(dice.between(5, 25));
            while (true) {
                try {
                    answerOne();
                } catch (IOException unreachable) {
                    System.err.println(person.firstName() + " cannot work: " + unreachable.getMessage());
                }
                pace.pause(dice.between(20, 55));
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void answerOne() throws IOException, InterruptedException {
        List<JsonNode> waiting = new ArrayList<>();
        for (JsonNode row : staff.get("/api/desk/rows?view=WAITING&limit=100").path("items")) {
            if (row.path("medium").asString("").equals("mail")) waiting.add(row);
        }
        if (waiting.size() <= LEFT_FOR_OTHERS) return;
        JsonNode row = dice.one(waiting);
        String conversation = "/api/desk/conversations/" + row.path("conversation").asString("");
        String contact = "/api/desk/contacts/" + row.path("contact").asString("");
        Optional<Occasion> occasion = occasion(staff.get(conversation));
        if (occasion.isEmpty() || staff.send("POST", contact + "/take", Map.of()).has("code")) return;
        pace.pause(dice.between(10, 25));
        int seen = staff.get(conversation).path("conversation").path("lastSeq").asInt();
        JsonNode sent = staff.send("POST", conversation + "/replies", Map.of("clientKey", UUID.randomUUID().toString(),
                "text", new Voices(dice).answer(occasion.get(), person.name()), "seenSeq", seen, "confirmed", true, "uploads", List.of()));
        if (sent.has("code")) return;
        pace.pause(dice.between(2, 6));
        staff.send("POST", contact + "/wrap-up", Map.of("caseState", "SOLVED", "seenSeq", seen,
                "registration", registration(row, occasion.get())));
        System.out.println("solved " + occasion.get().subject() + " (" + person.name() + ")");
    }

    private Optional<Occasion> occasion(JsonNode open) {
        for (JsonNode identity : open.path("beside").path("identities")) {
            Optional<Occasion> known = customers.apply(identity.path("value").asString(""));
            if (known.isPresent()) return known;
        }
        return Optional.empty();
    }

    private Map<String, String> registration(JsonNode row, Occasion occasion) throws IOException, InterruptedException {
        JsonNode choices = staff.get("/api/desk/choices?brand=" + row.path("brand").asString(""));
        return Map.of("reason", named(choices.path("reasons"), occasion.reasonNames()), "cause",
                named(choices.path("departments"), departmentNames(occasion.cause())), "result", "SOLVED");
    }

    private static List<String> departmentNames(String key) {
        return Table.read("departments").stream().filter(department -> department.text("key").equals(key))
                .map(department -> department.text("nameNl")).toList();
    }

    private static String named(JsonNode choices, List<String> names) {
        for (JsonNode choice : choices) {
            if (names.contains(choice.path("nameNl").asString(""))) return choice.path("id").asString("");
        }
        return choices.path(0).path("id").asString("");
    }
}
