package nl.hartslag.platform.blobs;

import java.util.Collection;
import java.util.Set;

/** A module that keeps hashes of files; asked before a released file is deleted, because the same bytes may be somebody else's too. */
public interface BlobUser {
    /** @return those of them that it still refers to */
    Set<String> uses(Collection<String> hashes);
}
