package nl.hartslag.platform.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** In an address the values of an enum are called as they are in a body. */
@Configuration(proxyBeanMethods = false)
class EnumsByKey implements WebMvcConfigurer, ConverterFactory<String, Enum<?>> {
    private final JsonMapper json;

    EnumsByKey(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverterFactory(this);
    }

    @Override
    public <T extends Enum<?>> Converter<String, T> getConverter(Class<T> type) {
        Map<String, T> byKey = new LinkedHashMap<>();
        for (T value : type.getEnumConstants()) byKey.put(json.convertValue(value, String.class), value);
        return new ByKey<>(byKey);
    }

    private record ByKey<T>(Map<String, T> values) implements Converter<String, T> {
        @Override
        public @Nullable T convert(String key) {
            if (key.isBlank()) return null;
            T value = values.get(key.strip());
            if (value == null) throw new IllegalArgumentException("none of " + values.keySet());
            return value;
        }
    }
}
