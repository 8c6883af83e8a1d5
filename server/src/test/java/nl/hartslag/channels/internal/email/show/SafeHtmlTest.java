package nl.hartslag.channels.internal.email.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class SafeHtmlTest {
    private static SafeHtml.Shown shown(String html) {
        return SafeHtml.of(html);
    }

    @Test
    void removesWhatActs() {
        String[] attacks = {
            "<script>alert(1)</script>hallo", "<img src=x onerror=alert(1)>hallo", "<a href='javascript:alert(1)'>hallo</a>",
            "<iframe src='https://kwaad.example'></iframe>hallo", "<form action='https://kwaad.example'><input name=p></form>hallo",
            "<svg onload=alert(1)>hallo</svg><p>hallo</p>", "<style>body{background:url(https://kwaad.example)}</style>hallo",
            "<div style=\"background:url('https://kwaad.example/x')\">hallo</div>", "<base href='https://kwaad.example/'>hallo",
            "<meta http-equiv=refresh content='0;url=https://kwaad.example'>hallo", "<a href='data:text/html,<script>x</script>'>hallo</a>",
            "<a href='/api/users'>hallo</a>", "<p style='position:fixed;top:0'>hallo</p>", "<object data=x>hallo</object><p>hallo</p>",
            "<img src='data:image/svg+xml;base64,PHN2Zz4='>hallo", "<math><mi xlink:href='javascript:x'>hallo</mi></math><p>hallo</p>"};
        for (String attack : attacks) {
            String safe = shown(attack).visible();
            assertThat(safe).as(attack).contains("hallo").doesNotContainIgnoringCase("script").doesNotContain("kwaad", "onerror", "onload",
                    "<form", "<iframe", "<svg", "data:", "/api/users", "position", "<object", "<meta", "<base");
        }
    }

    @Test
    void takesRemoteImagesOutAndMarksThem() {
        SafeHtml.Shown shown = shown("<p>Zie <img src='https://volg.example/pixel.gif?u=1' srcset='https://volg.example/2x 2x' alt=logo></p>");
        assertThat(shown.remoteImages()).isEqualTo(1);
        assertThat(shown.visible()).contains("data-remote-src=\"https://volg.example/pixel.gif?u&#61;1\"").doesNotContain(" src=")
                .doesNotContain("srcset");
    }

    @Test
    void showsPicturesThatCameAlong() {
        SafeHtml.Shown shown = shown("<img src='cid:foto1@x'><img src='cid:weg@x'><img src='data:image/png;base64,iVBORw0KGgo='>");
        assertThat(shown.visible()).contains("data-cid=\"foto1&#64;x\"").contains("data-cid=\"weg&#64;x\"").contains("data:image/png");
        assertThat(shown.remoteImages()).isZero();
    }

    @Test
    void keepsTheLookOfAnOrdinaryMail() {
        assertThat(shown("<table width=600><tr><td style='color:#333;padding:4px'><b>Bon</b><br><a href='https://winkel.example/1'>zie</a></td></tr></table>")
                .visible()).contains("<table", "color:#333", "<b>Bon</b>", "href=\"https://winkel.example/1\"", "noopener");
    }

    @Test
    void cleansHugeAndDeepHtmlInBoundedTime() {
        String deep = "<div>".repeat(60_000) + "hallo" + "</div>".repeat(60_000);
        String wide = "<table>" + "<tr><td style='color:red'>x</td></tr>".repeat(40_000) + "</table>";
        String quotes = "<p>Op ma 1 jan. schreef iemand</p>".repeat(20_000);
        for (String html : new String[] {deep, wide, quotes}) {
            Assertions.assertTimeout(Duration.ofSeconds(20), () -> shown(html));
        }
    }

    @Test
    void givesReadableText() {
        assertThat(HtmlText.of("<style>p{}</style><p>Hallo&nbsp;<b>Jan</b>,</p><ul><li>een<li>twee</ul><div>regel 1<br>regel 2</div>"))
                .isEqualTo("Hallo Jan,\n\n- een\n- twee\nregel 1\nregel 2");
    }
}
