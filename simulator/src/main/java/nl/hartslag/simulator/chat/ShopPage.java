package nl.hartslag.simulator.chat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The web shop of a brand, which embeds the widget; a visitor finds the widget's key there. */
public final class ShopPage {
    private static final Pattern KEY = Pattern.compile("wk_[A-Za-z0-9_-]+");

    private ShopPage() {}

    public static String widgetKey(HttpClient http, URI product, String brand) throws IOException, InterruptedException {
        URI shop = URI.create(product + "/demo/shop/" + brand);
        String page = http.send(HttpRequest.newBuilder(shop).build(), HttpResponse.BodyHandlers.ofString()).body();
        Matcher key = KEY.matcher(page);
        if (!key.find()) throw new IOException("no widget in " + shop);
        return key.group();
    }
}
