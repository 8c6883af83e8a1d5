package nl.hartslag.desk.web;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.hartslag.contacts.Transfers.Row;
import nl.hartslag.desk.web.TransfersController.NamedMove;
import nl.hartslag.desk.web.TransfersController.NamedQueue;
import nl.hartslag.desk.web.TransfersController.TransferredRow;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.Page;
import org.jspecify.annotations.Nullable;

/** Contacts and their transfers, one line each, in the language of who asks. */
final class TransferFile {
    static final int STEP = 200;
    private static final int MOST = 20_000;
    private static final String BEGINS_A_FORMULA = "=+-@\t\r";

    private final TransferNames names;
    private final Function<@Nullable String, Page<Row>> pages;
    private final boolean dutch;

    /** @param pages by cursor */
    TransferFile(Access access, TransferNames names, Function<@Nullable String, Page<Row>> pages) {
        this.names = names;
        this.pages = pages;
        this.dutch = access.language().equals("nl");
    }

    String written() {
        StringBuilder text = new StringBuilder("\uFEFF");
        text.append(line(dutch
                ? List.of("begonnen", "zaak", "kanaal", "wachtrij", "herhaalcontact", "overdrachten", "van, naar en waarom")
                : List.of("opened", "case", "channel", "queue", "repeat", "transfers", "from, to and why")));
        String cursor = null;
        int rows = 0;
        do {
            Page<Row> page = pages.apply(cursor);
            page.items().forEach(row -> text.append(line(names.row(row))));
            rows += page.items().size();
            cursor = page.next();
        } while (cursor != null && rows < MOST);
        return text.toString();
    }

    private String line(TransferredRow row) {
        return line(List.of(
                row.openedAt().toString(),
                String.valueOf(row.caseNumber()),
                row.channel(),
                name(row.queue()),
                dutch ? row.repeat() ? "ja" : "nee" : row.repeat() ? "yes" : "no",
                String.valueOf(row.moves().size()),
                row.moves().stream().map(this::said).collect(Collectors.joining("; "))));
    }

    private String said(NamedMove move) {
        String to = move.toPerson() ? dutch ? "een collega" : "a colleague" : name(move.to());
        String why = dutch ? move.whyNl() : move.whyEn();
        return name(move.from()) + " → " + to + (why == null ? "" : " (" + why + ")");
    }

    private static String name(@Nullable NamedQueue queue) {
        return queue == null ? "–" : queue.name();
    }

    private static String line(List<String> cells) {
        return cells.stream().map(TransferFile::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Quoted; what a spreadsheet would take for a formula begins with an apostrophe. */
    private static String cell(String value) {
        boolean formula = !value.isEmpty() && BEGINS_A_FORMULA.indexOf(value.charAt(0)) >= 0;
        return Stream.of("\"", formula ? "'" : "", value.replace("\"", "\"\""), "\"").collect(Collectors.joining());
    }
}
