package nl.hartslag.channels.internal.webchat;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Web origins: scheme, host and port, nothing else. */
public final class Origins {
    private Origins() {}

    /** As browsers write it, or empty when it is none; {@code https://*.shop.example} stands for every subdomain. */
    public static Optional<String> normal(String written) {
        String wild = written.strip().toLowerCase(Locale.ROOT).replaceFirst("/+$", "");
        boolean any = wild.startsWith("https://*.") || wild.startsWith("http://*.");
        try {
            URI uri = URI.create(any ? wild.replaceFirst("\\*\\.", "") : wild);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            boolean bare = uri.getRawPath() == null || uri.getRawPath().isEmpty();
            if (!web || uri.getHost() == null || !bare || uri.getRawQuery() != null || uri.getRawFragment() != null
                    || uri.getRawUserInfo() != null || !uri.getHost().matches("[a-z0-9.-]+|\\[[0-9a-f:]+]")) return Optional.empty();
            int usual = "https".equals(uri.getScheme()) ? 443 : 80;
            String port = uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort();
            return Optional.of(uri.getScheme() + "://" + (any ? "*." : "") + uri.getHost() + port);
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    /** Whether a page of this origin is one of the allowed. */
    public static boolean allows(List<String> allowed, String origin) {
        Optional<String> normal = normal(origin);
        return normal.isPresent() && !normal.get().contains("*") && allowed.stream().anyMatch(one -> matches(one, normal.get()));
    }

    private static boolean matches(String allowed, String origin) {
        int star = allowed.indexOf("*.");
        if (star < 0) return allowed.equals(origin);
        return origin.startsWith(allowed.substring(0, star)) && origin.endsWith(allowed.substring(star + 1))
                && origin.length() > allowed.length() - 1;
    }
}
