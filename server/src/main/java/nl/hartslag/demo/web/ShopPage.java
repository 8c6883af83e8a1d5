package nl.hartslag.demo.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.net.URLEncoder;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import nl.hartslag.demo.internal.company.Company.Product;
import nl.hartslag.organisation.Organisation.Brand;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.util.HtmlUtils;

/**
 * One page of the shop.
 *
 * @param widget key of the chat; without one the shop has no chat
 */
record ShopPage(Brand brand, String language, Instant opened, Optional<String> widget, Optional<Customer> customer) {
    private static final int ON_FRONT_PAGE = 9;

    /** @param signature by the shop, over {@code |email} */
    record Customer(String email, String signature) {}

    String html(List<Product> products, String page) {
        Properties texts = texts();
        boolean help = page.equals("help");
        Optional<Product> one = products.stream().filter(product -> product.sku().equalsIgnoreCase(page)).findFirst();
        String body = help ? help(texts) : one.map(product -> product(product, texts)).orElseGet(() -> front(products, texts));
        return """
                <!doctype html>
                <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="shop-opened" content="%s"><title>%s</title><link rel="stylesheet" href="/demo-shop/shop.css"></head>
                <body class="%s"><header><a class="brand" href="%s">%s</a>
                <nav aria-label="%s"><a href="%s">%s</a><a href="%s">%s</a><a lang="%s" hreflang="%s" href="%s">%s</a></nav>%s</header>
                <main>%s</main><footer>%s</footer>%s</body></html>
                """.formatted(language, opened, text(brand.name()), brand.key(), link("", language), text(brand.name()), texts.getProperty("menu"),
                link("", language), texts.getProperty("products"), link("help", language), texts.getProperty("help"), other(), other(),
                link(page, other()), texts.getProperty("other-language"), login(texts), body, texts.getProperty("footer"), script());
    }

    private String front(List<Product> products, Properties texts) {
        String cards = products.stream().limit(ON_FRONT_PAGE).map(product -> """
                <li><a href="%s"><span class="picture p%d" aria-hidden="true">%s</span><span class="title">%s</span>
                <span class="price">%s</span></a></li>""".formatted(link(product.sku(), language), Math.floorMod(product.sku().hashCode(), 6),
                text(product.name(language).substring(0, 1).toUpperCase(Locale.ROOT)), text(title(product)), price(product)))
                .collect(Collectors.joining());
        return "<div class=\"hero\"><h1>%s</h1><p>%s</p></div><ul class=\"products\">%s</ul>"
                .formatted(texts.getProperty("hero." + brand.key(), brand.name()), texts.getProperty("hero-line"), cards);
    }

    private String product(Product product, Properties texts) {
        return """
                <div class="one"><span class="picture p%d" aria-hidden="true">%s</span><div><h1>%s</h1><p class="price">%s</p><p>%s</p>
                <p><a class="button" href="#hartslag-chat">%s</a></p><p class="soft">%s %s</p></div></div>
                """.formatted(Math.floorMod(product.sku().hashCode(), 6), text(product.name(language).substring(0, 1).toUpperCase(Locale.ROOT)),
                text(title(product)), price(product), texts.getProperty("delivery"), texts.getProperty("ask"), texts.getProperty("number"),
                text(product.sku()));
    }

    private String help(Properties texts) {
        return "<div class=\"text\"><h1>%s</h1><p>%s</p><p><a class=\"button\" href=\"#hartslag-chat\">%s</a></p></div>"
                .formatted(texts.getProperty("help"), texts.getProperty("help-line"), texts.getProperty("ask"));
    }

    private String login(Properties texts) {
        if (customer.isPresent()) {
            return "<p class=\"login\">%s <a href=\"/demo/shop/%s?language=%s\">%s</a></p>".formatted(
                    text(customer.get().email()), brand.key(), language, texts.getProperty("log-out"));
        }
        return """
                <form class="login" method="get" action="/demo/shop/%s"><input type="hidden" name="language" value="%s">
                <label><span>%s</span> <input name="customer" type="email" required autocomplete="off" placeholder="naam@example.org"></label>
                <button>%s</button></form>""".formatted(brand.key(), language, texts.getProperty("log-in-as"), texts.getProperty("log-in"));
    }

    private String script() {
        String signed = customer.map(one -> " data-email=\"" + text(one.email()) + "\" data-signature=\"" + one.signature() + "\"").orElse("");
        return widget.map(key -> "<script async src=\"/widget/widget.js?key=" + text(key) + "\"" + signed + "></script>").orElse("");
    }

    private String link(String page, String spoken) {
        String logged = customer.map(one -> "&amp;customer=" + URLEncoder.encode(one.email(), StandardCharsets.UTF_8)).orElse("");
        return "/demo/shop/" + brand.key() + (page.isEmpty() ? "" : "/" + text(page)) + "?language=" + spoken + logged;
    }

    private String title(Product product) {
        String name = product.name(language);
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private String price(Product product) {
        NumberFormat money = NumberFormat.getCurrencyInstance(language.equals("nl") ? Locale.of("nl", "NL") : Locale.of("en", "IE"));
        money.setCurrency(Currency.getInstance("EUR"));
        return money.format(product.priceMinor() / 100.0);
    }

    private String other() {
        return language.equals("nl") ? "en" : "nl";
    }

    private static String text(String plain) {
        return HtmlUtils.htmlEscape(plain);
    }

    private Properties texts() {
        Properties texts = new Properties();
        try (var reader = new InputStreamReader(
                new ClassPathResource("demo/shop/shop_" + language + ".properties").getInputStream(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
