package nl.hartslag.channels.internal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import nl.hartslag.channels.ChannelNames;
import nl.hartslag.contacts.OutboundChannel;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Every adapter brings its key; its name stands in the texts under that key. */
@Component
class KnownChannels implements ChannelNames {
    private final List<OutboundChannel> adapters;
    private final Map<String, Properties> texts = Map.of("nl", load("nl"), "en", load("en"));

    KnownChannels(List<OutboundChannel> adapters) {
        this.adapters = adapters;
        adapters.forEach(adapter -> texts.forEach((language, names) -> {
            if (!names.containsKey(adapter.channel())) {
                throw new IllegalStateException("texts/channels_" + language + " has no name for " + adapter.channel());
            }
        }));
    }

    @Override
    public List<ChannelName> all(String language) {
        Properties names = texts.getOrDefault(language, texts.get("en"));
        return adapters.stream()
                .map(adapter -> new ChannelName(adapter.channel(), names.getProperty(adapter.channel())))
                .sorted(Comparator.comparing(ChannelName::name))
                .toList();
    }

    private static Properties load(String language) {
        Properties names = new Properties();
        try (var reader = new InputStreamReader(
                new ClassPathResource("texts/channels_" + language + ".properties").getInputStream(), StandardCharsets.UTF_8)) {
            names.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }
}
