package nl.hartslag.simulator.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** What people open all day, one request after another. */
final class Pages {
    private static final int WARM_UP = 40;
    private static final int YEARS = 3;
    static final int AT_ONCE = 8;
    static final int LISTENING = 4;

    private static final List<String> SOUGHT = List.of("order", "beschadigde lampen", "blauwe stoelen monteur", "%d", "\"kapot glas\"", "kussen -deken", "gordij",
            "levertijd handleiding onderdelen korting", "beschadihd", "nergens", "schroef garantie", "tafels order %d");

    private final Staff staff;

    Pages(Staff staff) {
        this.staff = staff;
    }

    Samples list(int requests) throws IOException, InterruptedException {
        return time(requests, number -> "/api/desk/rows?view=" + (number % 2 == 0 ? "ALL" : "MINE"));
    }

    Samples conversations(int requests) throws IOException, InterruptedException {
        List<String> ids = conversationsInList();
        return time(requests, number -> "/api/desk/conversations/" + ids.get(number % ids.size()));
    }

    /** Words in nearly everything, in some, in one; forms, a phrase, what is left out, the beginning of a word, a name, a slip of the finger. */
    Samples search(int requests) throws IOException, InterruptedException {
        return time(requests, number -> "/api/desk/found?limit=50&text=" + URLEncoder.encode(SOUGHT.get(number % SOUGHT.size()).formatted(1 + number * 97), StandardCharsets.UTF_8));
    }

    /** Several at once, each asking for the next when the last has come, half of them lists. @return answers per second */
    double rush(int requests) throws IOException, InterruptedException {
        List<String> ids = conversationsInList();
        return rush(requests, AT_ONCE, number -> number % 2 == 0 ? "/api/desk/rows?view=ALL" : "/api/desk/conversations/" + ids.get(number % ids.size()));
    }

    /** The same of Listen. */
    double rushOfListen(int requests) throws InterruptedException {
        return rush(requests, LISTENING, listening());
    }

    private double rush(int requests, int people, Address address) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        long started = System.nanoTime();
        Crowd.of(people, "pages", person -> {
            for (int number = next.getAndIncrement(); number < requests; number = next.getAndIncrement()) staff.get(address.of(number));
        });
        return requests / ((System.nanoTime() - started) / 1e9);
    }

    private List<String> conversationsInList() throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        for (JsonNode row : staff.get("/api/desk/rows?view=ALL&limit=100").path("items")) ids.add(row.path("conversation").asString(""));
        if (ids.isEmpty()) throw new IOException("the list is empty");
        return ids;
    }

    Samples listen(int requests) throws IOException, InterruptedException {
        return time(requests, listening());
    }

    private static Address listening() {
        LocalDate today = LocalDate.now();
        return number -> "/api/listen?from=" + today.minusYears(YEARS).plusDays(number % 7) + "&to=" + today;
    }

    private interface Address {
        String of(int number);
    }

    private Samples time(int requests, Address address) throws IOException, InterruptedException {
        Samples samples = new Samples();
        for (int number = 0; number < WARM_UP + requests; number++) {
            String path = address.of(number);
            long asked = System.nanoTime();
            JsonNode answer = staff.get(path);
            if (number >= WARM_UP) samples.add(System.nanoTime() - asked);
            if (answer.has("code")) throw new IOException(path + " was refused: " + answer);
        }
        return samples;
    }
}
