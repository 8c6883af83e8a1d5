package nl.hartslag.channels.internal.email.identify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.hartslag.channels.internal.email.parse.ParsedMail;

/**
 * What a delivery report (RFC 3464, or a mail server's own prose) says about a mail we sent.
 *
 * @param originalIds message ids the report may be about, most certain first
 * @param outcome     the worst that is said of any recipient
 * @param detail      status code and the far server's words, without addresses; for people to read
 */
public record Bounce(List<String> originalIds, Outcome outcome, String detail) {
    private static final Pattern ID = Pattern.compile("(?im)^\\s*(?:X-)?(?:Original-)?Message-ID:\\s*<([^<>\\s]+)>");
    private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]+@[\\w.-]+");
    private static final int LONGEST_DETAIL = 300;

    public enum Outcome { DELIVERED, DELAYED, FAILED }

    public static Bounce of(ParsedMail mail) {
        Set<String> ids = new LinkedHashSet<>();
        List<Map<String, String>> recipients = new ArrayList<>();
        for (ParsedMail.MachinePart part : mail.machineParts()) {
            if (part.mediaType().equals("message/delivery-status")) recipients.addAll(groups(part.text()));
            else if (!part.mediaType().equals("text/calendar")) ids(part.text(), ids);
        }
        mail.text().ifPresent(text -> ids(text, ids));
        ids.addAll(mail.inReplyTo());
        ids.addAll(mail.references());
        Outcome worst = recipients.stream().map(r -> r.get("action")).filter(a -> a != null).map(Bounce::outcome)
                .max(Enum::compareTo).orElse(Outcome.FAILED);
        String detail = recipients.stream().filter(r -> r.containsKey("action") && outcome(r.get("action")) == worst).findFirst()
                .map(r -> (r.getOrDefault("status", "") + " " + r.getOrDefault("diagnostic-code", "")).strip())
                .filter(d -> !d.isEmpty()).orElse(mail.subject());
        String readable = ADDRESS.matcher(detail).replaceAll("…");
        return new Bounce(List.copyOf(ids), worst,
                readable.length() <= LONGEST_DETAIL ? readable : readable.substring(0, LONGEST_DETAIL));
    }

    private static void ids(String text, Set<String> ids) {
        Matcher id = ID.matcher(text);
        while (id.find()) ids.add(id.group(1));
    }

    private static Outcome outcome(String action) {
        return switch (action.toLowerCase(Locale.ROOT)) {
            case "delivered", "relayed", "expanded" -> Outcome.DELIVERED;
            case "delayed" -> Outcome.DELAYED;
            default -> Outcome.FAILED;
        };
    }

    /** The groups of fields of a delivery-status part; the first is about the message, the others about recipients. */
    private static List<Map<String, String>> groups(String status) {
        List<Map<String, String>> groups = new ArrayList<>();
        for (String block : status.replace("\r\n", "\n").split("\n\\s*\n")) {
            Map<String, String> fields = new LinkedHashMap<>();
            for (String line : block.replaceAll("\n[ \t]+", " ").split("\n")) {
                int colon = line.indexOf(':');
                if (colon > 0) fields.putIfAbsent(line.substring(0, colon).strip().toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
            }
            Optional.ofNullable(fields.get("action")).ifPresent(action -> fields.put("action", action.replaceFirst("[\\s(;].*$", "")));
            if (!fields.isEmpty()) groups.add(fields);
        }
        return groups;
    }
}
