package nl.hartslag.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of what was found, newest first.
 *
 * @param next  the cursor of the page after it, absent at the end
 * @param meant what was looked for instead, where nobody uses a word as it was typed; else absent
 */
public record DeskFound(List<DeskRow> items, @Nullable String next, @Nullable String meant) {}
