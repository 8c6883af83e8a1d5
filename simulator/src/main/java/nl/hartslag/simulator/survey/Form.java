package nl.hartslag.simulator.survey;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The form of a page, as a browser without scripts sees it.
 *
 * @param values what it sends when nobody fills anything in
 * @param names  of everything that can be filled in
 */
public record Form(URI action, Map<String, String> values, java.util.Set<String> names) {
    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern FIELD = Pattern.compile("<(input|textarea|button)\\b([^>]*)>", Pattern.CASE_INSENSITIVE);
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w-]+)(?:\\s*=\\s*\"([^\"]*)\")?");

    /** The form for the answer; a page may hold another one, such as for not being asked again. */
    public static Optional<Form> in(String page, URI address) {
        Matcher form = FORM.matcher(page);
        while (form.find()) {
            Map<String, String> attributes = attributes(form.group(1));
            if (!"post".equalsIgnoreCase(attributes.get("method"))) continue;
            Map<String, String> values = new LinkedHashMap<>();
            java.util.Set<String> names = new java.util.LinkedHashSet<>();
            Matcher field = FIELD.matcher(form.group(2));
            while (field.find()) read(attributes(field.group(2)), values, names);
            if (!names.contains("score") && !names.contains("why")) continue;
            return Optional.of(new Form(address.resolve(attributes.getOrDefault("action", "")), values, names));
        }
        return Optional.empty();
    }

    private static void read(Map<String, String> field, Map<String, String> values, java.util.Set<String> names) {
        String name = field.get("name");
        if (name == null) return;
        names.add(name);
        boolean choice = "radio".equals(field.get("type")) || "checkbox".equals(field.get("type"));
        if ("hidden".equals(field.get("type")) || choice && field.containsKey("checked")) {
            values.put(name, field.getOrDefault("value", ""));
        }
    }

    private static Map<String, String> attributes(String text) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher attribute = ATTRIBUTE.matcher(text);
        while (attribute.find()) {
            String value = attribute.group(2) == null ? "" : attribute.group(2);
            attributes.put(attribute.group(1).toLowerCase(java.util.Locale.ROOT), value.replace("&amp;", "&"));
        }
        return attributes;
    }

    public Form with(String name, String value) {
        Map<String, String> filled = new LinkedHashMap<>(values);
        filled.put(name, value);
        return new Form(action, filled, names);
    }

    public String encoded() {
        return values.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
