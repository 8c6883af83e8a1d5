package nl.hartslag.channels.internal.email.parse;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Message ids as programs write them: in angle brackets, or bare, with folding and comments between. */
public final class MessageIds {
    private static final Pattern BRACKETED = Pattern.compile("<([^<>\\s]{1,900})>");
    private static final int MOST = 200;

    private MessageIds() {}

    static Optional<String> one(String header) {
        return list(header).stream().findFirst();
    }

    /** Distinct ids in their order; the newest 200 of an endless chain. */
    static List<String> list(String header) {
        LinkedHashSet<String> ids = new LinkedHashSet<>();
        Matcher id = BRACKETED.matcher(header.replaceAll("\\s+(?=[^<>]*>)", ""));
        while (id.find()) ids.add(id.group(1));
        if (ids.isEmpty()) {
            String bare = header.strip();
            if (bare.matches("[^\\s<>]{1,900}") && bare.contains("@")) ids.add(bare);
        }
        List<String> all = new ArrayList<>(ids);
        return List.copyOf(all.subList(Math.max(0, all.size() - MOST), all.size()));
    }
}
