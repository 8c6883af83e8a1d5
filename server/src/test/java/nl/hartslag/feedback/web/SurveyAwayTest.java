package nl.hartslag.feedback.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.util.Locale;
import nl.hartslag.feedback.Survey;
import org.hamcrest.Matchers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** What a customer sees who opens his survey while the database is away. */
class SurveyAwayTest {
    private final MockMvc web = MockMvcBuilders.standaloneSetup(new SurveyController(new Unreachable(), new RateLimit(Clock.systemUTC()))).build();

    @Test
    void theCustomerGetsAPageInHisLanguageAndIsAskedToComeBack() throws Exception {
        web.perform(get("/s/token").locale(Locale.forLanguageTag("nl")))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Content-Type", Matchers.startsWith("text/html")))
                .andExpect(content().string(Matchers.containsString("Probeer het over een minuut opnieuw")));
    }

    @Test
    void anAnswerThatCannotBeKeptIsNotPretendedToBe() throws Exception {
        web.perform(post("/s/token").param("score", "9").param("why", "Snel").locale(Locale.ENGLISH))
                .andExpect(status().isServiceUnavailable())
                .andExpect(content().string(Matchers.containsString("Try again in a minute")));
    }

    private static final class Unreachable implements Survey {
        @Override
        public View open(String token) {
            throw new DataAccessResourceFailureException("away");
        }

        @Override
        public void clicked(String token, @Nullable String userAgent) {
            throw new DataAccessResourceFailureException("away");
        }

        @Override
        public View answer(String token, Answer answer) {
            throw new DataAccessResourceFailureException("away");
        }

        @Override
        public View optOut(String token, boolean declined) {
            throw new DataAccessResourceFailureException("away");
        }
    }
}
