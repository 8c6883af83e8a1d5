package nl.hartslag.contacts;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.TransferReasonId;

/** Why contacts are handed over, as the whole installation calls it. Changes need {@code organisation.configure} for all brands and are audited. */
public interface TransferReasons {
    /** In their order, also those that are not offered any more. */
    List<TransferReason> all(Access access);

    /** In their order. */
    List<TransferReason> offered();

    TransferReasonId create(Access access, Draft draft);

    /** Refused with {@code transfer-reasons/changed} when somebody changed it after {@code version}. */
    void change(Access access, TransferReasonId id, Draft draft, int version);

    @Schema(name = "TransferReason")
    record TransferReason(TransferReasonId id, String nameNl, String nameEn, int position, boolean archived, int version) {}

    /** @param archived not offered any more; what was handed over for it keeps it */
    record Draft(String nameNl, String nameEn, int position, boolean archived) {}
}
