package nl.hartslag.desk.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.MessageView.AttachmentView;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.platform.web.FileAnswer;
import nl.hartslag.shared.AttachmentId;
import nl.hartslag.shared.ConversationId;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Foreign content: mail in HTML and files. Nothing of it may run, and pictures from elsewhere load only when asked for. */
@RestController
@RequestMapping("/api/desk")
@Tag(name = "Desk")
class FilesController {
    private static final String CAGE = "default-src 'none'; style-src 'unsafe-inline'; font-src 'none'; frame-ancestors 'self'; "
            + "sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox; img-src 'self' data:";

    private final Contacts contacts;

    FilesController(Contacts contacts) {
        this.contacts = contacts;
    }

    @GetMapping("/conversations/{id}/messages/{seq}/document")
    @Allowed(Permission.CONTACTS_VIEW)
    @Operation(summary = "A message in HTML, for a frame without scripts",
            description = "`images` loads pictures from elsewhere, which tells their sender that the mail is read; `folded` shows the quoted history.")
    ResponseEntity<String> document(
            Access access,
            @PathVariable ConversationId id,
            @PathVariable int seq,
            @Parameter(description = "Load pictures from elsewhere") @RequestParam(defaultValue = "false") boolean images,
            @Parameter(description = "With the quoted history") @RequestParam(defaultValue = "false") boolean folded) {
        var message = contacts.messages(access, id, seq + 1, 1).stream()
                .filter(one -> one.seq() == seq && one.html() != null)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("contacts"));
        var body = folded ? message.foldedHtml() : message.html();
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePrivate())
                .header("Content-Security-Policy", CAGE + (images ? " https:" : ""))
                .header("X-Frame-Options", "SAMEORIGIN")
                .header("Referrer-Policy", "no-referrer")
                .body(page(body == null ? "" : withPictures(body, message.attachments(), images)));
    }

    @GetMapping("/attachments/{id}")
    @Allowed(Permission.CONTACTS_VIEW)
    @Operation(summary = "The bytes of an attachment; only harmless pictures are shown in place, everything else is a download")
    ResponseEntity<InputStreamResource> attachment(Access access, @PathVariable AttachmentId id) {
        var file = contacts.attachment(access, id);
        return FileAnswer.of(file.name(), file.type(), file.size(), file.bytes());
    }

    /** Gives the marked pictures their source: those that came along always, those from elsewhere when asked. */
    static String withPictures(String html, List<AttachmentView> files, boolean remote) {
        Document mail = Jsoup.parseBodyFragment(html);
        mail.outputSettings().prettyPrint(false);
        for (Element picture : mail.select("img[data-cid]")) {
            files.stream().filter(one -> picture.attr("data-cid").equals(one.contentId())).findFirst()
                    .ifPresent(one -> picture.attr("src", "/api/desk/attachments/" + one.id()));
        }
        if (remote) mail.select("img[data-remote-src]").forEach(picture -> picture.attr("src", picture.attr("data-remote-src")));
        return mail.body().html();
    }

    private static String page(String body) {
        return """
                <!doctype html><html><head><meta charset="utf-8"><base target="_blank"><style>
                html{color-scheme:light}body{margin:0;font:15px/1.55 "Figtree Variable",system-ui,sans-serif;color:#231f1b;overflow-wrap:anywhere}
                img{max-width:100%%;height:auto}table{max-width:100%%}pre{white-space:pre-wrap}a{color:#9c2f58}
                body>:first-child{margin-top:0}body>:last-child{margin-bottom:0}
                blockquote{margin:0 0 0 .5em;padding-left:.9em;border-left:2px solid #ddd6cc;color:#6b6258}
                </style></head><body>%s</body></html>""".formatted(body);
    }
}
