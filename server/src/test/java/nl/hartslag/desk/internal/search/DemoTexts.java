package nl.hartslag.desk.internal.search;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What customers of the demo company and its agents say: each line of {@code demo/texts} is one text, its slots filled with the same values every time. */
final class DemoTexts {
    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");
    private static final int FIRST_ORDER = 204_000;
    private static final Map<String, List<String>> NAMES = Map.of("nl", List.of("Desirée Visser", "Gaëlle Maes", "Henk de Jong"), "en", List.of("Sinéad Byrne", "Owen Clarke", "Zoë Taylor"));
    private static final List<String> PLACES = List.of("Utrecht", "Köln", "Gent", "Düsseldorf", "Dublin");
    private static final List<String> CARRIERS = List.of("Postkoets", "Belpost", "Vlotpak", "Emerald Parcels");
    private static final Map<String, Map<String, String>> SAME = Map.of(
            "nl", Map.of("days", "9", "past", "maandag 9 november", "ordered", "woensdag 4 november", "date", "donderdag 19 november", "due", "vrijdag 20 november",
                    "amount", "€ 89,50", "agent", "Sanne de Vries", "agentfirst", "Sanne"),
            "en", Map.of("days", "9", "past", "Monday 9 November", "ordered", "Wednesday 4 November", "date", "Thursday 19 November", "due", "Friday 20 November",
                    "amount", "€89.50", "agent", "Joris Bakker", "agentfirst", "Joris"));

    private record Product(String sku, String name) {}

    private DemoTexts() {}

    static List<String> all() {
        return Stream.of("nl", "en").flatMap(language -> in(language).stream()).toList();
    }

    /** Of what is about an invoice, the file that was sent along is part of the text. */
    private static List<String> in(String language) {
        List<Product> products = lines("/demo/products.csv").stream().skip(1).map(line -> line.split(";")).map(row -> new Product(row[1], row[language.equals("nl") ? 2 : 3])).toList();
        List<String> texts = new ArrayList<>();
        int sold = 0;
        for (Path file : files(language)) {
            for (String line : lines("/demo/texts/" + language + "/" + file.getFileName())) {
                if (line.isBlank() || line.startsWith("[")) continue;
                int number = texts.size();
                Product product = products.get((line.contains("{product}") ? sold++ : sold) % products.size());
                String order = product.sku.substring(0, 3) + (FIRST_ORDER + number);
                String text = filled(line, language, number, product, order);
                boolean invoice = file.endsWith("payment-invoice.txt") && line.contains("{order}");
                texts.add(invoice ? text + "\n" + (language.equals("nl") ? "factuur-" : "invoice-") + order + ".pdf" : text);
            }
        }
        return texts;
    }

    private static String filled(String line, String language, int number, Product product, String order) {
        String name = one(NAMES.get(language), number);
        return SLOT.matcher(line.replace("\\n", "\n").replace('|', '\n')).replaceAll(slot -> Matcher.quoteReplacement(switch (slot.group(1)) {
            case "product" -> product.name;
            case "brand" -> product.sku.startsWith("LH") ? "Lindenhof" : "Brightnest";
            case "order" -> order;
            case "name" -> name;
            case "firstname" -> name.substring(0, name.indexOf(' '));
            case "place" -> one(PLACES, number);
            case "carrier" -> one(CARRIERS, number);
            case String other -> SAME.get(language).get(other);
        }));
    }

    private static String one(List<String> values, int number) {
        return values.get(number % values.size());
    }

    private static List<Path> files(String language) {
        try (Stream<Path> files = Files.list(Path.of(DemoTexts.class.getResource("/demo/texts/" + language).toURI()))) {
            return files.sorted().toList();
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<String> lines(String resource) {
        try (InputStream in = DemoTexts.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
