package nl.hartslag.contacts;

import java.util.List;
import nl.hartslag.shared.UploadId;
import org.jspecify.annotations.Nullable;

/**
 * @param seenSeq the last message the writer had on screen
 * @param clientKey made by the screen, so that sending twice is one message
 * @param confirmed the writer was warned that the customer wrote meanwhile, and sends all the same
 * @param addressees whom he chose, when this is a mail; absent for those who get every answer
 */
public record Reply(String text, List<UploadId> uploads, int seenSeq, String clientKey, boolean confirmed, @Nullable Addressees addressees) {
    /** To those who get every answer. */
    public Reply(String text, List<UploadId> uploads, int seenSeq, String clientKey, boolean confirmed) {
        this(text, uploads, seenSeq, clientKey, confirmed, null);
    }
}
