package nl.hartslag.contacts;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import nl.hartslag.organisation.Fields.Change;
import nl.hartslag.organisation.Fields.Filled;
import nl.hartslag.organisation.Fields.Panel;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.FieldId;
import org.jspecify.annotations.Nullable;

/** What a brand keeps of its cases beside the rest, and what must be known when a contact is wrapped up. Nothing else waits for that. */
public interface CaseFields {
    /** Of a case one sees. */
    Panel of(Access access, CaseId id);

    /**
     * By who handles the case; told in its latest conversation, without what stood or stands in it. Refused as
     * {@link nl.hartslag.organisation.Fields#changed}, and with {@code cases/merged} when the case went elsewhere.
     */
    void change(Access access, CaseId id, FieldId field, Change change);

    /**
     * What must be known to wrap this contact up as it is registered, filled in or not: of its case, its customer, and the orders that he named
     * in it. Of customers and orders only what this person may fill in. With them what is shown of the case for its reasons or results alone.
     *
     * @param result what would come of it; as registered when absent
     */
    List<Asked> asked(Access access, ContactId contact, @Nullable Result result);

    /**
     * @param owner the id of the case, customer or order
     * @param order its number
     * @param must  whether the contact does not end without it
     */
    @Schema(name = "AskedField")
    record Asked(String owner, @Nullable String order, Filled filled, boolean must) {}
}
