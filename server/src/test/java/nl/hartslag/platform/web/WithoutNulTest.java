package nl.hartslag.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import nl.hartslag.testing.HartslagTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.format.support.FormattingConversionService;
import tools.jackson.databind.json.JsonMapper;

@HartslagTest
class WithoutNulTest {
    @Autowired
    JsonMapper json;

    @Autowired
    FormattingConversionService mvcConversionService;

    record Body(String text, @Nullable String absent, List<String> words) {}

    @Test
    void whatMeansNothingIsLeftOutOfBodiesAndAddresses() {
        String body = "{\"text\": \"a\\u0000b 😀\", \"words\": [\"\\u0000\", \"c\"]}";
        assertThat(json.readValue(body, Body.class)).isEqualTo(new Body("ab 😀", null, List.of("", "c")));
        assertThat(mvcConversionService.convert("a\0b", String.class)).isEqualTo("ab");
        assertThat(mvcConversionService.convert("a\0b", TypeDescriptor.valueOf(String.class),
                new TypeDescriptor(ResolvableType.forClassWithGenerics(Optional.class, String.class), null, null))).isEqualTo(Optional.of("ab"));
    }
}
