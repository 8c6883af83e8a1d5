package nl.hartslag.platform.blobs;

import java.util.Optional;

/**
 * The store beside the database.
 *
 * @param store absent where none is set and nothing was ever moved to one
 * @param newOnes whether new files are moved there
 */
record KeptElsewhere(Optional<ObjectStore> store, boolean newOnes) {}
