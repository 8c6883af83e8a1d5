package nl.hartslag.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import nl.hartslag.testing.HartslagTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@HartslagTest
@ExtendWith(OutputCaptureExtension.class)
class MaskedLogsTest {
    @Autowired DSLContext db;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            550 <jan.jansen+werk@klant.example>: unknown | 550 <…@…>: unknown
            josé@bücher.example, o'neil@a-b.co.uk        | …@…, …@…
            {"m":"to:\\njan@klant.example\\tand \\u001bpiet@x.example"} | {"m":"to:\\n…@…\\tand \\u001b…@…"}
            C:\\data\\new and jan@klant.example | C:\\data\\new and …@…
            kept: nl.hartslag.Thing@1f2e, 3 @ 4, @Async  | kept: nl.hartslag.Thing@1f2e, 3 @ 4, @Async
            """)
    void takesAddressesOutOfALine(String line, String masked) {
        assertThat(MaskedLogs.masked(line)).isEqualTo(masked);
    }

    @Test
    void noAddressLeavesInALineOrInTheFaultBelowIt(CapturedOutput output) {
        String mark = UUID.randomUUID().toString();
        LoggerFactory.getLogger("of.a.library").warn("could not read {} {}", mark + "jan@klant.example", "x", new IllegalStateException("bad address jan@klant.example"));
        assertThat(output).contains("could not read …@…").contains("bad address …@…").doesNotContain("jan@klant.example");
    }

    @Test
    void aRefusedRowDoesNotTellItsValues() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() ->
                db.execute("insert into customers.customer (id, name) values (gen_random_uuid(), ?)", "Jan Jansen")))
                .rootCause().hasMessageContaining("null value in column").hasMessageNotContaining("Jan Jansen");
    }
}
