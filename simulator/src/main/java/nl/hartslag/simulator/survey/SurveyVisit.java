package nl.hartslag.simulator.survey;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;

/** Answers a survey: opens the link of a score, then sends the form of the page. */
public final class SurveyVisit {
    private final HttpClient http;

    public SurveyVisit(HttpClient http) {
        this.http = http;
    }

    /** Opens every score's link, as programs do that look whether links in mail are safe. */
    public void scan(String link) throws IOException, InterruptedException {
        for (int score = 0; score <= 10; score++) open(URI.create(link + "?score=" + score), "LinkScanner/2.1");
    }

    /** Fills in what the pages ask, one page after another, until there is nothing left to send. */
    public boolean answer(String link, SurveyAnswer answer) throws IOException, InterruptedException {
        URI address = URI.create(link + "?score=" + answer.score());
        HttpResponse<String> page = open(address, "Mozilla/5.0 (customer of the demo company)");
        Optional<Form> form = page.statusCode() == 200 ? Form.in(page.body(), address) : Optional.empty();
        boolean scoreSent = false;
        boolean wordsSent = false;
        while (form.isPresent() && !(scoreSent && wordsSent)) {
            Form filled = fill(form.get(), answer);
            scoreSent |= filled.values().containsKey("score");
            wordsSent |= form.get().names().contains("why");
            page = post(filled);
            if (page.statusCode() >= 400) return false;
            form = scoreSent && wordsSent ? Optional.empty() : Form.in(page.body(), page.uri());
        }
        return scoreSent;
    }

    private static Form fill(Form form, SurveyAnswer answer) {
        Form filled = form.names().contains("score") ? form.with("score", String.valueOf(answer.score())) : form;
        if (form.names().contains("why") && answer.why().isPresent()) filled = filled.with("why", answer.why().get());
        if (form.names().contains("emotion") && answer.emotion().isPresent()) {
            filled = filled.with("emotion", answer.emotion().get());
        }
        return filled;
    }

    private HttpResponse<String> open(URI address, String agent) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address).header("User-Agent", agent).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(Form form) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(form.action())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form.encoded()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
