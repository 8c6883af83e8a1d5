package nl.hartslag.platform.database;

import java.nio.file.Path;
import nl.hartslag.platform.StartRefused;

/** Another process works on this data folder; only one may. */
public final class DataFolderInUse extends StartRefused {

    DataFolderInUse(Path folder, String holder) {
        super("Another Hartslag%s is using %s. Stop it first, or choose another folder with --data."
                .formatted(holder.isBlank() ? "" : " (process " + holder + ")", folder));
    }
}
