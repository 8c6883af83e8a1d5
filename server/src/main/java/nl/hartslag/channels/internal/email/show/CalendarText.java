package nl.hartslag.channels.internal.email.show;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The first event of a calendar item (RFC 5545) in one line a person can read: what, when, where. */
public final class CalendarText {
    private static final Pattern TIME = Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)(?:T(\\d\\d)(\\d\\d)\\d\\d(Z?))?");

    private CalendarText() {}

    public static Optional<String> of(String calendar) {
        Map<String, String> event = firstEvent(calendar);
        Optional<String> what = Optional.ofNullable(event.get("SUMMARY"));
        Optional<String> from = Optional.ofNullable(event.get("DTSTART")).map(CalendarText::time);
        Optional<String> until = Optional.ofNullable(event.get("DTEND")).map(CalendarText::time);
        Optional<String> when = from.map(start -> until.map(end -> start + " – " + end).orElse(start));
        Optional<String> where = Optional.ofNullable(event.get("LOCATION"));
        String line = Stream.of(what, when, where).flatMap(Optional::stream).filter(s -> !s.isBlank())
                .collect(Collectors.joining(" · "));
        return line.isEmpty() ? Optional.empty() : Optional.of("📅 " + line);
    }

    private static Map<String, String> firstEvent(String calendar) {
        Map<String, String> event = new LinkedHashMap<>();
        boolean inside = false;
        for (String line : calendar.replaceAll("\\r?\\n[ \\t]", "").split("\\r?\\n")) {
            if (line.strip().equalsIgnoreCase("BEGIN:VEVENT")) inside = true;
            else if (line.strip().equalsIgnoreCase("END:VEVENT")) break;
            else if (inside) {
                int colon = line.indexOf(':');
                if (colon < 1) continue;
                String name = line.substring(0, colon).replaceFirst(";.*$", "").toUpperCase(Locale.ROOT);
                event.putIfAbsent(name, line.substring(colon + 1)
                        .replace("\\n", " ").replace("\\,", ",").replace("\\;", ";").strip());
            }
        }
        return event;
    }

    /** Local times carry no zone here, because a zone's name in the item is the organiser's own. */
    private static String time(String written) {
        Matcher time = TIME.matcher(written);
        if (!time.matches()) return written;
        String day = time.group(1) + "-" + time.group(2) + "-" + time.group(3);
        if (time.group(4) == null) return day;
        return day + " " + time.group(4) + ":" + time.group(5) + (time.group(6).isEmpty() ? "" : " UTC");
    }
}
