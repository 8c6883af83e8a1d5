package nl.hartslag.simulator.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class FormTest {
    @Test
    void readsWhatABrowserWouldSend() {
        Form form = Form.in("""
                <form method="get" action="/search"><input name="q"></form>
                <form method="post" action="/s/abc">
                  <input type="hidden" name="proof" value="a&amp;b">
                  <input type="radio" name="score" value="3"><input type="radio" name="score" value="4" checked>
                  <textarea name="why"></textarea>
                </form>""", URI.create("http://localhost:8080/s/abc?score=4")).orElseThrow();

        assertThat(form.action()).isEqualTo(URI.create("http://localhost:8080/s/abc"));
        assertThat(form.with("why", "te laat & koud").encoded()).isEqualTo("proof=a%26b&score=4&why=te+laat+%26+koud");
    }
}
