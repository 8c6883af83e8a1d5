package nl.hartslag.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.hartslag.contacts.MessageView.AttachmentView;
import nl.hartslag.shared.AttachmentId;
import org.junit.jupiter.api.Test;

/** A sanitised mail has its pictures marked; what is shown depends on where they come from. */
class PicturesTest {
    private static final String MAIL = "<p>Hi</p><img data-cid=\"logo&#64;shop\"><img data-remote-src=\"https://x.example/p.png\">";
    private final AttachmentId logo = AttachmentId.next();

    @Test
    void whatCameAlongIsShownAndWhatIsElsewhereIsNot() {
        assertThat(FilesController.withPictures(MAIL, files(), false))
                .contains("src=\"/api/desk/attachments/" + logo + "\"")
                .doesNotContain(" src=\"https://x.example");
    }

    @Test
    void whatIsElsewhereIsShownWhenAskedFor() {
        assertThat(FilesController.withPictures(MAIL, files(), true)).contains(" src=\"https://x.example/p.png\"");
    }

    private List<AttachmentView> files() {
        return List.of(new AttachmentView(logo, "logo.png", "image/png", 70, "logo@shop", true, false));
    }
}
