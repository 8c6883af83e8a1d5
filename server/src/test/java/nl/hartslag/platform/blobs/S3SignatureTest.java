package nl.hartslag.platform.blobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class S3SignatureTest {
    private final S3Signature signature = new S3Signature("us-east-1", "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");

    @Test
    void signsAsTheRuleSays() {
        Map<String, String> headers = signature.headers("GET", URI.create("https://examplebucket.s3.amazonaws.com/test.txt"),
                S3Signature.sha256(""), Instant.parse("2013-05-24T00:00:00Z"));
        assertThat(headers.get("x-amz-date")).isEqualTo("20130524T000000Z");
        assertThat(headers.get("x-amz-content-sha256")).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(headers.get("Authorization")).startsWith("AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, "
                + "SignedHeaders=host;x-amz-content-sha256;x-amz-date, Signature=");
    }

    @Test
    void tellsNobodyTheSecret() {
        assertThat(signature.toString()).doesNotContain("wJalr");
    }
}
