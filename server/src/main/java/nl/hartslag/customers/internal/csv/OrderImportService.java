package nl.hartslag.customers.internal.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.hartslag.customers.Customers;
import nl.hartslag.customers.Customers.IncomingOrder;
import nl.hartslag.customers.OrderImports;
import nl.hartslag.customers.internal.csv.ImportTable.Fault;
import nl.hartslag.customers.internal.csv.ImportTable.Refused;
import nl.hartslag.customers.internal.db.tables.records.OrderImportRecord;
import nl.hartslag.organisation.Fields;
import nl.hartslag.organisation.Fields.Kind;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.problem.ProblemTexts;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.Page;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores a file in parts of a thousand orders, each with its count in one transaction, so that nothing is ever half. */
@Service
class OrderImportService implements OrderImports {
    private static final int AT_ONCE = 1_000;
    private static final int MOST_SHOWN = 200;
    private static final List<Fault> OF_A_REFUSED_ORDER = List.of(new Fault("order_number", "row-of-refused-order", null));
    private final Organisation organisation;
    private final Customers customers;
    private final Fields fields;
    private final ImportTable table;
    private final TransactionTemplate transaction;
    private final ProblemTexts texts;
    private final Audit audit;

    OrderImportService(
            Organisation organisation,
            Customers customers,
            Fields fields,
            ImportTable table,
            TransactionTemplate transaction,
            ProblemTexts texts,
            Audit audit) {
        this.organisation = organisation;
        this.customers = customers;
        this.fields = fields;
        this.table = table;
        this.transaction = transaction;
        this.texts = texts;
        this.audit = audit;
    }

    @Override
    public ImportView run(Access access, BrandId brand, String fileName, Source file) {
        access.require(Permission.ORDERS_IMPORT);
        if (!access.brands().contains(brand)) throw Problem.notFound("brands");
        try {
            CsvForm form = CsvForm.of(file);
            try (CSVParser rows = CSVParser.parse(form.reader(file), form.format())) {
                Set<String> missing = OrderRows.missing(rows.getHeaderNames());
                if (!missing.isEmpty()) {
                    throw Problem.of("imports/columns", 422).with("missing", String.join(", ", missing));
                }
                UUID id = table.start(access, brand, fileName, form.header());
                new Reading(id, brand, form.delimiter()).all(rows);
                table.finish(id);
                ImportView result = ImportTable.view(found(access, id));
                audit.record(access, "orders.imported", "order-import", id.toString(), Optional.of(brand),
                        Map.of("stored", result.stored(), "refused", result.refused()));
                return result;
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException unreadable) {
            throw Problem.of("imports/unreadable", 422);
        }
    }

    /** One run through a file. */
    private final class Reading {
        private final UUID id;
        private final BrandId brand;
        private final CSVFormat written;
        private final OrderRows orders;
        private final List<Taken> good = new ArrayList<>();
        private final List<Refused> refused = new ArrayList<>();

        Reading(UUID id, BrandId brand, char delimiter) {
            this.id = id;
            this.brand = brand;
            this.written = CSVFormat.RFC4180.builder().setDelimiter(delimiter).setRecordSeparator("").get();
            this.orders = new OrderRows(organisation.brand(brand).zone(), fields.reader(brand, Kind.ORDER));
        }

        void all(CSVParser rows) {
            List<CSVRecord> order = new ArrayList<>();
            List<Long> lines = new ArrayList<>();
            String number = null;
            long line = rows.getCurrentLineNumber();
            for (CSVRecord row : rows) {
                String next = OrderRows.text(row, "order_number");
                if (!order.isEmpty() && (next == null || !next.equals(number))) {
                    take(order, lines);
                    order.clear();
                    lines.clear();
                }
                number = next;
                order.add(row);
                lines.add(line + 1);
                line = rows.getCurrentLineNumber();
            }
            if (!order.isEmpty()) take(order, lines);
            flush();
        }

        private void take(List<CSVRecord> rows, List<Long> lines) {
            switch (orders.order(rows)) {
                case OrderRows.Good(IncomingOrder order) -> good.add(new Taken(order, List.copyOf(rows), List.copyOf(lines)));
                case OrderRows.Bad(List<List<Fault>> faults) -> refuse(rows, lines, faults);
            }
            if (good.size() >= AT_ONCE || refused.size() >= AT_ONCE) flush();
        }

        private void refuse(List<CSVRecord> rows, List<Long> lines, List<List<Fault>> faults) {
            for (int i = 0; i < rows.size(); i++) {
                refused.add(new Refused(
                        lines.get(i),
                        faults.get(i).isEmpty() ? OF_A_REFUSED_ORDER : faults.get(i),
                        written.format((Object[]) rows.get(i).values()).replace("\0", "")));
            }
        }

        private void flush() {
            transaction.executeWithoutResult(status -> {
                List<IncomingOrder> fit = good.isEmpty() ? List.of() : thatFit();
                if (!fit.isEmpty()) customers.storeOrders(brand, fit);
                table.add(id, fit.size(), refused);
            });
            good.clear();
            refused.clear();
        }

        /** Somebody may have changed a field since the rows were read; now they stay as they are until these orders are stored. */
        private List<IncomingOrder> thatFit() {
            Fields.Reader now = fields.reader(brand, Kind.ORDER);
            List<IncomingOrder> fit = new ArrayList<>();
            for (Taken taken : good) {
                List<Fault> faults = OrderRows.faults(now, taken.order());
                if (faults.isEmpty()) fit.add(taken.order());
                else refuse(taken.rows(), taken.lines(), Stream.iterate(faults, _ -> List.<Fault>of()).limit(taken.rows().size()).toList());
            }
            return fit;
        }
    }

    /** An order as it was read, and where. */
    private record Taken(IncomingOrder order, List<CSVRecord> rows, List<Long> lines) {}

    @Override
    public Page<ImportView> list(Access access, @Nullable String cursor, int limit) {
        access.require(Permission.ORDERS_IMPORT);
        return table.list(access, before(cursor), limit);
    }

    @Override
    public List<RefusedRow> refused(Access access, UUID id) {
        access.require(Permission.ORDERS_IMPORT);
        found(access, id);
        return table.refused(id, 0, MOST_SHOWN).stream()
                .flatMap(row -> row.faults().stream().map(fault -> new RefusedRow(row.line(), fault.column(), text(access, fault))))
                .toList();
    }

    @Override
    public void writeRefused(Access access, UUID id, Writer out) throws IOException {
        access.require(Permission.ORDERS_IMPORT);
        String header = found(access, id).getHeader();
        char delimiter = header.indexOf(';') >= 0 ? ';' : header.indexOf('\t') >= 0 ? '\t' : ',';
        CSVFormat one = CSVFormat.RFC4180.builder().setDelimiter(delimiter).setRecordSeparator("").get();
        out.write('\uFEFF' + header + delimiter + "problem\r\n");
        long after = 0;
        for (List<Refused> part = table.refused(id, after, AT_ONCE); !part.isEmpty(); part = table.refused(id, after, AT_ONCE)) {
            for (Refused row : part) {
                out.write(row.rowText() + delimiter + one.format(row.faults().stream()
                        .map(fault -> fault.column() + ": " + text(access, fault))
                        .collect(Collectors.joining("; "))) + "\r\n");
            }
            after = part.getLast().line();
        }
        out.flush();
    }

    private String text(Access access, Fault fault) {
        return texts.field(access.language(), fault.code(), fault.limit());
    }

    private OrderImportRecord found(Access access, UUID id) {
        return table.find(access, id).orElseThrow(() -> Problem.notFound("imports"));
    }

    private static @Nullable UUID before(@Nullable String cursor) {
        try {
            return cursor == null || cursor.isBlank() ? null : UUID.fromString(cursor);
        } catch (IllegalArgumentException notOurs) {
            throw Problem.of("request/unreadable", 400);
        }
    }
}
