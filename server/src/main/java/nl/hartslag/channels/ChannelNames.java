package nl.hartslag.channels;

import java.util.List;

/** Which channels this installation speaks, so that nobody has to type their keys. */
public interface ChannelNames {
    List<ChannelName> all(String language);

    /** @param key stable, stands in rules, opening hours and contacts */
    record ChannelName(String key, String name) {}
}
