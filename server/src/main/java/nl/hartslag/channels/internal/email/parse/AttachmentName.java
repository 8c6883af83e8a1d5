package nl.hartslag.channels.internal.email.parse;

import java.util.Optional;

/** A file name that is harmless on every system and still says what the sender called it. */
final class AttachmentName {
    private static final int LONGEST = 150;

    private AttachmentName() {}

    static String of(Optional<String> declared, String mediaType, int number) {
        String name = declared.orElse("").replaceAll("[\\p{Cntrl}\\p{Cf}]", "").replace('\\', '/');
        name = name.substring(name.lastIndexOf('/') + 1).replaceAll("[<>:\"|?*]", "_").strip();
        name = name.replaceAll("^\\.+", "");
        if (name.isEmpty()) return "attachment-" + number + extension(mediaType);
        return name.length() <= LONGEST ? name : shortened(name);
    }

    private static String shortened(String name) {
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
        return Charsets.storable(name.substring(0, LONGEST - extension.length())) + extension;
    }

    private static String extension(String mediaType) {
        return switch (mediaType) {
            case "message/rfc822" -> ".eml";
            case "text/calendar" -> ".ics";
            case "text/plain" -> ".txt";
            case "text/html" -> ".html";
            case "text/vcard", "text/x-vcard" -> ".vcf";
            case "image/jpeg" -> ".jpg";
            case "image/png" -> ".png";
            case "image/gif" -> ".gif";
            case "application/pdf" -> ".pdf";
            default -> "";
        };
    }
}
