package nl.hartslag.simulator.chat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The web shop of a brand, which embeds the widget; a visitor finds the widget's key there. */
public final class ShopPage {
    private static final Pattern KEY = Pattern.compile("wk_[A-Za-z0-9_-]+");

    private static final Pattern OPENED = Pattern.compile("name=\"shop-opened\" content=\"([^\"]+)\"");

    private ShopPage() {}

    /** Since when the shop, and the company behind it, is there. */
    public static Instant openedAt(HttpClient http, URI product, String brand) throws IOException, InterruptedException {
        Matcher opened = OPENED.matcher(read(http, product, brand));
        return opened.find() ? Instant.parse(opened.group(1)) : Instant.now();
    }

    public static String widgetKey(HttpClient http, URI product, String brand) throws IOException, InterruptedException {
        Matcher key = KEY.matcher(read(http, product, brand));
        if (!key.find()) throw new IOException("no widget in the shop of " + brand);
        return key.group();
    }

    private static String read(HttpClient http, URI product, String brand) throws IOException, InterruptedException {
        URI shop = URI.create(product + "/demo/shop/" + brand);
        return http.send(HttpRequest.newBuilder(shop).build(), HttpResponse.BodyHandlers.ofString()).body();
    }
}
