package nl.hartslag.contacts;

import java.util.List;
import nl.hartslag.shared.UploadId;

/**
 * @param seenSeq the last message the writer had on screen
 * @param clientKey made by the screen, so that sending twice is one message
 * @param confirmed the writer was warned that the customer wrote meanwhile, and sends all the same
 */
public record Reply(String text, List<UploadId> uploads, int seenSeq, String clientKey, boolean confirmed) {}
