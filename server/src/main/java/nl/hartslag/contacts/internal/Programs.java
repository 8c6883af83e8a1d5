package nl.hartslag.contacts.internal;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Files that can do something on the machine of whoever opens them: programs, scripts, documents with macros, disk images. */
final class Programs {
    /** What Windows, macOS or Linux run, mount or follow when it is opened, and pages that a browser runs. */
    private static final Set<String> ENDINGS = Set.of(("exe com scr pif cpl msc msi msp mst bat cmd ps1 psm1 psd1 vb vbs vbe js jse mjs ws wsf wsc wsh "
            + "sct hta chm hlp lnk url website scf reg inf dll drv sys ocx gadget application appref-ms appx msix settingcontent-ms library-ms "
            + "search-ms searchconnector-ms theme diagcab rdp jar jnlp class py pyw sh bash command tool app dmg pkg mpkg workflow deb rpm "
            + "appimage run apk xapk ipa iso img vhd vhdx xll xlam xla xlm xlsm xlsb xltm docm dotm pptm ppam potm ppsm sldm mdb accdb accde ade "
            + "adp iqy oqy dqy rqy slk one onepkg html htm xhtml xht shtml mht mhtml svg svgz swf").split(" "));
    private static final Set<String> TYPES = Set.of(
            "application/x-dosexec", "application/x-ms-installer", "application/x-msi", "application/x-elf", "application/x-executable",
            "application/x-sharedlib", "application/x-sh", "application/x-bat", "application/javascript", "text/javascript",
            "text/x-vbscript", "application/java-archive", "application/java-vm", "application/vnd.android.package-archive",
            "application/x-iso9660-image", "application/x-apple-diskimage", "text/html", "application/xhtml+xml", "image/svg+xml",
            "multipart/related", "application/x-shockwave-flash");
    private static final List<String> KINDS = List.of("application/x-msdownload", "application/x-mach-o", "application/vnd.ms-htmlhelp");

    private Programs() {}

    static boolean isOne(String name, String type) {
        String written = name.strip().toLowerCase(Locale.ROOT).replaceAll("[.\\s]+$", "");
        String plain = type.split(";")[0].strip().toLowerCase(Locale.ROOT);
        return ENDINGS.contains(written.substring(written.lastIndexOf('.') + 1)) && written.contains(".")
                || TYPES.contains(plain) || plain.contains("macroenabled") || KINDS.stream().anyMatch(plain::startsWith);
    }
}
