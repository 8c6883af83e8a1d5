package nl.hartslag.channels.internal.email.trust;

import static nl.hartslag.channels.internal.email.Mails.aMail;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import nl.hartslag.channels.internal.email.parse.AttachmentStore;
import nl.hartslag.channels.internal.email.parse.MailLimits;
import nl.hartslag.channels.internal.email.parse.MailParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpamWordTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            X-Spam-Flag | YES | true
            X-Spam-Flag | NO | false
            X-Spam-Status | Yes, score=12.1 required=5.0 tests=BAYES_99 | true
            X-Spam-Status | No, score=-1.9 required=5.0 tests=YES_OR_NO | false
            X-Spam | Yes | true
            X-Spam | Yesterday it was | false
            X-MS-Exchange-Organization-SCL | 6 | true
            X-MS-Exchange-Organization-SCL | -1 | false
            X-MS-Exchange-Organization-SCL | 1 | false
            X-Forefront-Antispam-Report | CIP:203.0.113.7;CTRY:NL;SCL:5;SFV:SPM; | true
            X-Forefront-Antispam-Report | CIP:203.0.113.7;CTRY:NL;SCL:1;SFV:NSPM; | false
            """)
    void readsTheVerdictsOfTheFiltersThatAreInUse(String header, String value, boolean spam) throws IOException {
        AttachmentStore nothing = content -> new AttachmentStore.Stored("", 0);
        var mail = new MailParser(MailLimits.USUAL, nothing).parse(new ByteArrayInputStream(aMail().with(header, value).bytes()));
        assertThat(SpamWord.of(mail.headers())).isEqualTo(spam ? Optional.of(header) : Optional.empty());
    }
}
