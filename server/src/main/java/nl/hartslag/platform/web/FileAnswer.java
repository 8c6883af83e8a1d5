package nl.hartslag.platform.web;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file that somebody sent, for a browser: only harmless pictures are shown in place, everything else is a download. */
public final class FileAnswer {
    private static final Set<String> SHOWN_IN_PLACE = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    private FileAnswer() {}

    /** @param bytes are closed once they are sent */
    public static ResponseEntity<InputStreamResource> of(String name, String type, long size, InputStream bytes) {
        boolean inPlace = SHOWN_IN_PLACE.contains(type);
        var disposition = (inPlace ? ContentDisposition.inline() : ContentDisposition.attachment()).filename(name, StandardCharsets.UTF_8).build();
        return ResponseEntity.ok()
                .contentType(inPlace ? MediaType.parseMediaType(type) : MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(size)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .header("Content-Disposition", disposition.toString())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(new InputStreamResource(bytes));
    }
}
