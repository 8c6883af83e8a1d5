package nl.hartslag.simulator.mail;

import java.nio.charset.StandardCharsets;

/** The report that a mail could not be delivered (RFC 3464). */
final class Bounce {
    private Bounce() {}

    static byte[] of(String messageId, String customer, String to, String originalId) {
        return """
                From: Mail Delivery System <MAILER-DAEMON@customers.example>
                To: %s
                Subject: Undelivered Mail Returned to Sender
                Message-ID: %s
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="report"

                --report
                Content-Type: text/plain; charset=us-ascii

                The mailbox of %s is full.

                --report
                Content-Type: message/delivery-status

                Reporting-MTA: dns; customers.example

                Final-Recipient: rfc822; %s
                Action: failed
                Status: 5.2.2
                Diagnostic-Code: smtp; 552 5.2.2 mailbox full

                --report
                Content-Type: text/rfc822-headers

                Message-ID: %s

                --report--
                """.formatted(to, messageId, customer, customer, originalId).replace("\n", "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
