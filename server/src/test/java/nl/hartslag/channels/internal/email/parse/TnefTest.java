package nl.hartslag.channels.internal.email.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import nl.hartslag.channels.internal.email.Mails;
import org.junit.jupiter.api.Test;

class TnefTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** Writes what Outlook writes. */
    private static final class Winmail {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Winmail() {
            out.writeBytes(int32(0x223e9f78));
            out.writeBytes(int16(1));
            attribute(1, 0x00089006, int32(0x10000));
            attribute(1, 0x00069007, int32(1252), int32(0));
        }

        Winmail body(String html) {
            return attribute(1, 0x00069003, int32(2), binary(0x1013, html.getBytes(WINDOWS)), int16(3), int16(0x0e08), int32(9));
        }

        Winmail file(String shortName, String longName, byte[] content) {
            attribute(2, 0x00069002, new byte[14]);
            attribute(2, 0x00018010, (shortName + "\0").getBytes(WINDOWS));
            attribute(2, 0x0006800f, content);
            return attribute(2, 0x00069005, int32(4),
                    int16(0x40), int16(0x3007), new byte[8],
                    named("IPM.Note"),
                    text(0x3707, longName), text(0x370e, "application/pdf"));
        }

        Winmail attribute(int level, int id, byte[]... data) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (byte[] piece : data) all.writeBytes(piece);
            byte[] bytes = all.toByteArray();
            int sum = 0;
            for (byte b : bytes) sum += b & 0xff;
            out.write(level);
            out.writeBytes(int32(id));
            out.writeBytes(int32(bytes.length));
            out.writeBytes(bytes);
            out.writeBytes(int16(sum & 0xffff));
            return this;
        }

        byte[] bytes() {
            return out.toByteArray();
        }

        private static byte[] text(int id, String value) {
            byte[] bytes = (value + "\0").getBytes(StandardCharsets.UTF_16LE);
            return joined(int16(0x1f), int16(id), int32(1), int32(bytes.length), padded(bytes));
        }

        private static byte[] binary(int id, byte[] value) {
            return joined(int16(0x102), int16(id), int32(1), int32(value.length), padded(value));
        }

        /** A property with a name of its own, which must be passed over. */
        private static byte[] named(String name) {
            byte[] bytes = (name + "\0").getBytes(StandardCharsets.UTF_16LE);
            return joined(int16(0x1003), int16(0x8001), new byte[16], int32(1), int32(bytes.length), padded(bytes), int32(2), int32(7), int32(8));
        }

        private static byte[] padded(byte[] bytes) {
            return Arrays.copyOf(bytes, (bytes.length + 3) / 4 * 4);
        }

        private static byte[] joined(byte[]... pieces) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (byte[] piece : pieces) all.writeBytes(piece);
            return all.toByteArray();
        }

        private static byte[] int16(int value) {
            return ByteBuffer.allocate(2).order(ByteOrder.LITTLE_ENDIAN).putShort((short) value).array();
        }

        private static byte[] int32(int value) {
            return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
        }
    }

    private static ParsedMail mail(String text, byte[] winmail) {
        return Mails.parse("""
                From: jan@klant.example
                Subject: Bon
                Content-Type: multipart/mixed; boundary=B

                --B
                Content-Type: text/plain

                %s
                --B
                Content-Type: application/ms-tnef; name="winmail.dat"
                Content-Transfer-Encoding: base64
                Content-Disposition: attachment; filename="winmail.dat"

                %s
                --B--
                """.formatted(text, Base64.getMimeEncoder().encodeToString(winmail)));
    }

    @Test
    void showsTheFilesInsideInsteadOfTheWrapping() {
        byte[] large = new byte[600_000];
        Arrays.fill(large, (byte) 7);
        System.arraycopy("%PDF-1.7".getBytes(WINDOWS), 0, large, 0, 8);
        ParsedMail mail = mail("Zie de bijlage.", new Winmail().body("<p>Zie de bijlage.</p>")
                .file("REKENI~1.PDF", "Rekening juli – één.pdf", "%PDF-1.4".getBytes(WINDOWS)).file("GROOT.BIN", "groot.pdf", large)
                .file("BON.PDF", "bon.pdf", new byte[] {'M', 'Z', 0, 1, 2}).bytes());
        assertThat(mail.text()).hasValueSatisfying(text -> assertThat(text).contains("Zie de bijlage."));
        assertThat(mail.html()).isEmpty();
        assertThat(mail.notes()).isEmpty();
        assertThat(mail.attachments()).extracting(MailAttachment::name).containsExactly("Rekening juli – één.pdf", "groot.pdf", "bon.pdf");
        assertThat(mail.attachments()).extracting(MailAttachment::mediaType)
                .containsExactly("application/pdf", "application/pdf", "application/x-msdownload");
        assertThat(mail.attachments()).extracting(a -> a.content().size()).containsExactly(8L, 600_000L, 5L);
    }

    @Test
    void takesTheTextFromInsideWhenTheMailHasNoneOfItsOwn() {
        ParsedMail mail = mail("", new Winmail().body("<p>Mijn bestelling is kapot, zie foto. Café.</p>").bytes());
        assertThat(mail.html()).hasValueSatisfying(html -> assertThat(html).contains("kapot").contains("Café"));
        assertThat(mail.attachments()).isEmpty();
    }

    @Test
    void keepsWhatCameBeforeTheDamageAndTheWrappingWithIt() {
        byte[] whole = new Winmail().file("A.TXT", "a.txt", "eerst".getBytes(WINDOWS)).file("B.TXT", "b.txt", new byte[1_000]).bytes();
        ParsedMail mail = mail("Zie de bijlage.", Arrays.copyOf(whole, whole.length - 600));
        assertThat(mail.notes()).contains(MailNote.DAMAGED);
        assertThat(mail.attachments()).extracting(MailAttachment::name).containsExactly("a.txt", "B.TXT", "winmail.dat");
        assertThat(mail.text()).hasValueSatisfying(text -> assertThat(text).contains("Zie de bijlage."));
    }

    @Test
    void keepsTheWrappingWhenItIsNothingOfTheKind() {
        ParsedMail mail = mail("Zie de bijlage.", "dit is geen TNEF".getBytes(WINDOWS));
        assertThat(mail.attachments()).extracting(MailAttachment::name).containsExactly("winmail.dat");
    }

    @Test
    void neverThrowsOnAnythingBroken() {
        byte[] whole = new Winmail().body("<p>x</p>").file("A.TXT", "a.txt", "eerst".getBytes(WINDOWS)).bytes();
        Random random = new Random(20261129);
        for (int i = 0; i < 500; i++) {
            byte[] broken = Arrays.copyOf(whole, whole.length - random.nextInt(whole.length));
            for (int changes = random.nextInt(4); changes > 0 && broken.length > 0; changes--) broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            assertThat(mail("Zie de bijlage.", broken).text()).isPresent();
        }
    }
}
