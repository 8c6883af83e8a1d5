package nl.hartslag.channels.internal.email.parse;

import static nl.hartslag.channels.internal.email.Mails.aMail;
import static nl.hartslag.channels.internal.email.Mails.bytes;
import static nl.hartslag.channels.internal.email.Mails.parse;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import nl.hartslag.testing.Law;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailParserTest {
    @Test
    void readsWhatEveryMailHas() {
        ParsedMail mail = aMail().with("References", "<a@x>\n <b@x>").with("In-Reply-To", "<b@x> (Jan's message)").parsed();
        assertThat(mail.from()).contains(new MailAddress("Jan Jansen", "jan@klant.example"));
        assertThat(mail.to()).extracting(MailAddress::address).containsExactly("service@demo.example");
        assertThat(mail.subject()).isEqualTo("Waar blijft mijn pakket?");
        assertThat(mail.date()).contains(Instant.parse("2026-11-23T09:00:00Z"));
        assertThat(mail.messageId()).contains("een@klant.example");
        assertThat(mail.references()).containsExactly("a@x", "b@x");
        assertThat(mail.inReplyTo()).containsExactly("b@x");
        assertThat(mail.text().orElseThrow().strip()).isEqualTo("Hallo, waar blijft mijn pakket?");
        assertThat(mail.html()).isEmpty();
        assertThat(mail.notes()).isEmpty();
    }

    @Test
    void takesTheHtmlAndTheTextOfAnAlternativeAndThePictureInsideIt() {
        ParsedMail mail = parse("""
                From: a@x.example
                MIME-Version: 1.0
                Content-Type: multipart/related; boundary=R

                --R
                Content-Type: multipart/alternative; boundary=A

                --A
                Content-Type: text/plain; charset=utf-8

                Zie foto
                --A
                Content-Type: text/html; charset=utf-8

                <p>Zie foto <img src="cid:foto1@x"></p>
                --A--
                --R
                Content-Type: image/png; name="foto.png"
                Content-ID: <foto1@x>
                Content-Transfer-Encoding: base64

                iVBORw0KGgo=
                --R--
                """);
        assertThat(mail.text().orElseThrow().strip()).isEqualTo("Zie foto");
        assertThat(mail.html().orElseThrow()).contains("cid:foto1@x");
        MailAttachment picture = mail.attachments().getFirst();
        assertThat(picture.contentId()).contains("foto1@x");
        assertThat(picture.inline()).isTrue();
        assertThat(picture.content().size()).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/pdf | factuur.pdf  | TVqQAAMAAAAEAAAA//8AALgAAAA=     | application/x-msdownload
            image/png       | foto.png     | TVqQAAMAAAAEAAAA//8AALgAAAA=     | application/x-msdownload
            image/png       | foto.png     | aGFsbG8=                         | application/octet-stream
            image/png       | foto.png     | AAECAwQ=                         | application/octet-stream
            image/png       | foto.jpg     | iVBORw0KGgo=                     | image/png
            text/csv        | lijst.csv    | YSxiCjEsMgo=                     | text/csv
            application/x-y | iets         | AAECAwQ=                         | application/x-y
            """)
    void saysWhatAFileIsByItsContent(String declared, String name, String base64, String is) {
        ParsedMail mail = parse("""
                From: a@x.example
                Content-Type: multipart/mixed; boundary=B

                --B
                Content-Type: %s; name="%s"
                Content-Disposition: inline
                Content-Transfer-Encoding: base64

                %s
                --B--
                """.formatted(declared, name, base64));
        assertThat(mail.attachments()).singleElement().satisfies(file -> {
            assertThat(file.mediaType()).startsWith(is);
            assertThat(file.inline()).isEqualTo(is.startsWith("image/"));
        });
    }

    @Test
    void readsTextPictureTextOneAfterTheOther() {
        ParsedMail mail = parse("""
                From: a@x.example
                Content-Type: multipart/mixed; boundary=M

                --M
                Content-Type: text/plain

                Voor
                --M
                Content-Type: image/jpeg
                Content-Disposition: inline; filename=a.jpg

                x
                --M
                Content-Type: text/plain

                Na
                --M--
                """);
        assertThat(mail.text().orElseThrow().replaceAll("\\s+", " ").strip()).isEqualTo("Voor Na");
        assertThat(mail.attachments()).hasSize(1);
    }

    @Test
    void keepsAForwardedMailAsAnAttachment() {
        ParsedMail mail = parse("""
                From: a@x.example
                Subject: buiten
                Message-ID: <buiten@x>
                Content-Type: multipart/mixed; boundary=M

                --M
                Content-Type: text/plain

                Zie bijlage
                --M
                Content-Type: message/rfc822

                From: b@y.example
                Subject: binnen
                Message-ID: <binnen@y>
                Content-Type: multipart/mixed; boundary=N

                --N
                Content-Type: text/plain

                binnentekst
                --N--
                --M--
                """);
        assertThat(mail.messageId()).contains("buiten@x");
        assertThat(mail.subject()).isEqualTo("buiten");
        assertThat(mail.text().orElseThrow()).contains("Zie bijlage").doesNotContain("binnentekst");
        assertThat(mail.attachments()).singleElement().satisfies(a -> {
            assertThat(a.mediaType()).isEqualTo("message/rfc822");
            assertThat(a.name()).isEqualTo("attachment-1.eml");
        });
    }

    @Test
    void survivesACharsetThatLies() {
        String dutch = "Hé, één coördinaat: € 5";
        assertThat(text(dutch, "utf-8", Charset.forName("windows-1252"))).contains(dutch);
        assertThat(text(dutch, "iso-8859-1", StandardCharsets.UTF_8)).contains(dutch);
        assertThat(text(dutch, "us-ascii", StandardCharsets.UTF_8)).contains(dutch);
        assertThat(text(dutch, "x-bestaat-niet", Charset.forName("windows-1252"))).contains(dutch);
        assertThat(text(dutch, "", StandardCharsets.UTF_8)).contains(dutch);
        assertThat(text(dutch, "\"utf8\"", StandardCharsets.UTF_8)).contains(dutch);
        assertThat(text("Привет", "koi8-r", Charset.forName("koi8-r"))).contains("Привет");
        assertThat(text("こんにちは", "iso-2022-jp", Charset.forName("iso-2022-jp"))).contains("こんにちは");
    }

    private static String text(String body, String declared, Charset written) {
        String type = declared.isEmpty() ? "text/plain" : "text/plain; charset=" + declared;
        return parse(bytes("From: a@x.example\nContent-Type: " + type + "\nContent-Transfer-Encoding: 8bit\n\n" + body, written))
                .text().orElseThrow();
    }

    @Test
    void keepsNoCharacterThatTheDatabaseRefuses() {
        assertThat(parse(bytes("From: a@x.example\nSubject: a\u0000b\n\nx\u0000y")).text().orElseThrow()).isEqualTo("xy");
        assertThat(aMail().with("Subject", "=?utf-8?B?YQBi?=").parsed().subject()).isEqualTo("ab");
    }

    @Test
    void decodesNamesAndSubjects() {
        assertThat(aMail().with("Subject", "=?utf-8?Q?Bestelling_=E2=82=AC?= =?utf-8?Q?_5?= klaar").parsed().subject())
                .isEqualTo("Bestelling € 5 klaar");
        assertThat(aMail().with("Subject", "=?utf-8?B?w6k=?=\n =?utf-8?B?w6k=?=").parsed().subject()).isEqualTo("éé");
        assertThat(aMail().with("Subject", "=?utf-8?Q?half_=E2=82?= =?utf-8?Q?=AC?=").parsed().subject()).isEqualTo("half €");
        assertThat(aMail().with("Subject", "=?klinkt-vreemd?Q?caf=E9?=").parsed().subject()).isEqualTo("café");
        assertThat(aMail().with("Subject", "=?utf-8?X?kapot?= =?open").parsed().subject()).isEqualTo("=?utf-8?X?kapot?= =?open");
        assertThat(aMail().with("From", "=?iso-8859-1?Q?J=F6rg_de_Vri=E8s?= <J@X.example>").parsed().from())
                .contains(new MailAddress("Jörg de Vriès", "j@x.example"));
        assertThat(aMail().with("From", "\"Jansen, Jan (thuis)\" <jan@x.example>, piet@y.example").parsed().from())
                .contains(new MailAddress("Jansen, Jan (thuis)", "jan@x.example"));
        assertThat(aMail().with("To", "vrienden: a@x.example, B <b@x.example>;, \"kapot <c@x.example>").parsed().to())
                .extracting(MailAddress::address).containsExactly("a@x.example", "b@x.example", "c@x.example");
    }

    @Test
    void decodesFileNamesOfEveryKind() {
        assertThat(name("filename*=utf-8''fact%C3%BAur%20%E2%82%AC.pdf")).isEqualTo("factúur €.pdf");
        assertThat(name("filename*0*=utf-8''een%20; filename*1=\"twee\"; filename*2*=%20drie.pdf")).isEqualTo("een twee drie.pdf");
        assertThat(name("filename=\"=?utf-8?Q?fact=C3=BAur.pdf?=\"")).isEqualTo("factúur.pdf");
        assertThat(name("filename=mijn bon.pdf")).isEqualTo("mijn bon.pdf");
        assertThat(name("filename=\"C:\\\\temp\\\\..\\\\bon.pdf\"")).isEqualTo("bon.pdf");
        assertThat(name("filename=\"../../etc/passwd\"")).isEqualTo("passwd");
        assertThat(name("filename=\"nooit gesloten.pdf")).isEqualTo("nooit gesloten.pdf");
        assertThat(name("filename=\"gnp\u202Efdp.exe\"")).isEqualTo("gnpfdp.exe");
        assertThat(name("filename=\"" + "a".repeat(300) + ".pdf\"")).hasSize(150).endsWith(".pdf");
    }

    private static String name(String parameter) {
        ParsedMail mail = parse("From: a@x.example\nContent-Type: multipart/mixed; boundary=M\n\n--M\nContent-Type: application/pdf\n"
                + "Content-Disposition: attachment; " + parameter + "\n\nx\n--M--\n");
        return mail.attachments().getFirst().name();
    }

    @Test
    void readsWhatIsThereOfABrokenMail() {
        assertThat(parse("").text().orElse("")).isEmpty();
        assertThat(parse("alleen tekst zonder kop").from()).isEmpty();
        assertThat(parse("From: a@x.example\nContent-Type: multipart/mixed; boundary=M\n\n--M\nContent-Type: text/plain\n\nbegin").text()
                .orElseThrow()).contains("begin");
        assertThat(parse("From: a@x.example\nContent-Type: multipart/mixed\n\nzonder grens").attachments().size()
                + parse("From: a@x.example\nContent-Type: multipart/mixed\n\nzonder grens").text().map(t -> 1).orElse(0)).isPositive();
        assertThat(parse("From: a@x.example\ndit is geen kop\nSubject: toch\n\nhallo").text().orElseThrow()).contains("hallo");
        assertThat(parse("From: a@x.example\nContent-Type: ;;;=\n\nhallo").attachments().size()
                + parse("From: a@x.example\nContent-Type: ;;;=\n\nhallo").text().map(t -> 1).orElse(0)).isPositive();
        assertThat(parse("From: a@x.example\nContent-Transfer-Encoding: base64\n\n####niet base64####").notes()).isNotNull();
        assertThat(parse("From: \nTo: undisclosed-recipients:;\nDate: gisteren\nMessage-ID: <>\n\nx").date()).isEmpty();
    }

    @Test
    void stopsAtTheLimitsAndSaysSo() {
        StringBuilder many = new StringBuilder("From: a@x.example\nContent-Type: multipart/mixed; boundary=M\n\n");
        for (int i = 0; i < 300; i++) many.append("--M\nContent-Type: application/x; name=f").append(i).append("\n\nx\n");
        ParsedMail manyParts = parse(many + "--M--\n");
        assertThat(manyParts.notes()).contains(MailNote.TOO_MANY_PARTS);
        assertThat(manyParts.attachments()).hasSize(MailLimits.USUAL.parts());

        StringBuilder deep = new StringBuilder("From: a@x.example\nContent-Type: multipart/mixed; boundary=B0\n\n");
        for (int i = 0; i < 100; i++) {
            deep.append("--B").append(i).append("\nContent-Type: multipart/mixed; boundary=B").append(i + 1).append("\n\n");
        }
        assertThat(parse(deep.toString()).notes()).contains(MailNote.TOO_DEEP);

        ParsedMail longText = parse(bytes("From: a@x.example\n\n" + "woord ".repeat(100)), new MailLimits(10, 5, 60));
        assertThat(longText.notes()).contains(MailNote.TEXT_CUT);
        assertThat(longText.text().orElseThrow()).hasSize(60);

        ParsedMail hugeHeader = parse("From: a@x.example\nX-Big: " + "x".repeat(400_000) + "\nSubject: s\n\nhallo");
        assertThat(hugeHeader.from()).isPresent();
        assertThat(hugeHeader.notes()).contains(MailNote.DAMAGED);
    }

    @Test
    void neverThrowsOnAnyBytes() {
        Law.holds(300, any -> {
            byte[] noise = any.bytes(300);
            byte[] more = any.bytes(300);
            byte[] mail = new byte[noise.length + more.length + 60];
            byte[] head = "From: a@x.example\r\nContent-Type: ".getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(head, 0, mail, 0, head.length);
            System.arraycopy(noise, 0, mail, head.length, noise.length);
            System.arraycopy(more, 0, mail, 60 + noise.length, more.length);
            assertThat(parse(mail).headers()).isNotNull();
        });
    }
}
