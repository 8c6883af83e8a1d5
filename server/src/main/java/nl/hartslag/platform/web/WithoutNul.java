package nl.hartslag.platform.web;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** The character of no meaning (U+0000), which comes with what some programs paste and which no database keeps in a text, is left out of all that comes in. */
@Configuration(proxyBeanMethods = false)
class WithoutNul implements WebMvcConfigurer {
    private static final String NUL = "\0";

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new InAddresses());
    }

    @Bean
    SimpleModule withoutNulInBodies() {
        return new SimpleModule("without-nul").addDeserializer(String.class, new InBodies());
    }

    private static final class InAddresses implements Converter<String, String> {
        @Override
        public String convert(String text) {
            return text.replace(NUL, "");
        }
    }

    private static final class InBodies extends StdScalarDeserializer<String> {
        InBodies() {
            super(String.class);
        }

        @Override
        public @Nullable String deserialize(JsonParser json, DeserializationContext context) {
            String text = StringDeserializer.instance.deserialize(json, context);
            return text == null ? null : text.replace(NUL, "");
        }
    }
}
