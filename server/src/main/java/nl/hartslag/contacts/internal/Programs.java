package nl.hartslag.contacts.internal;

import java.util.Locale;
import java.util.Set;

/** Files that can do something on the machine of whoever opens them: programs, scripts, documents with macros, disk images. */
final class Programs {
    private static final Set<String> ENDINGS = Set.of(
            "exe", "com", "scr", "pif", "cpl", "msi", "msp", "bat", "cmd", "ps1", "vbs", "vbe", "js", "jse", "mjs", "wsf", "wsh", "hta", "chm",
            "lnk", "url", "reg", "jar", "jnlp", "sh", "command", "app", "dmg", "pkg", "deb", "rpm", "apk", "iso", "img", "vhd", "vhdx", "html",
            "htm", "xhtml", "shtml", "svg", "docm", "dotm", "xlsm", "xltm", "xlam", "pptm", "potm", "ppam", "one");
    private static final Set<String> TYPES = Set.of(
            "application/x-msdownload", "application/x-dosexec", "application/x-ms-installer", "application/x-msi", "application/x-elf",
            "application/x-executable", "application/x-sharedlib", "application/x-mach-o", "application/x-sh", "application/x-bat",
            "application/javascript", "text/javascript", "text/x-vbscript", "application/java-archive", "application/java-vm",
            "application/x-ms-shortcut", "application/vnd.android.package-archive", "application/x-iso9660-image", "text/html",
            "application/xhtml+xml", "image/svg+xml");

    private Programs() {}

    static boolean isOne(String name, String type) {
        String written = name.strip().toLowerCase(Locale.ROOT).replaceAll("[.\\s]+$", "");
        String plain = type.split(";")[0].strip().toLowerCase(Locale.ROOT);
        return ENDINGS.contains(written.substring(written.lastIndexOf('.') + 1)) && written.contains(".")
                || TYPES.contains(plain) || plain.contains("macroenabled") || plain.startsWith("application/x-msdownload");
    }
}
