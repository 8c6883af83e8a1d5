package nl.hartslag.demo.internal.company;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small table from {@code demo/*.csv}: a line of column names, then one row a line, divided by semicolons. */
public final class Table {
    private Table() {}

    public static List<Row> read(String name) {
        List<String> lines = Resources.lines("demo/" + name + ".csv");
        List<String> columns = Arrays.asList(lines.getFirst().split(";"));
        return lines.stream().skip(1).filter(line -> !line.isBlank()).map(line -> row(columns, line)).toList();
    }

    private static Row row(List<String> columns, String line) {
        String[] values = line.split(";", -1);
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) cells.put(columns.get(i), i < values.length ? values[i] : "");
        return new Row(cells);
    }

    public record Row(Map<String, String> cells) {
        public String text(String column) {
            String value = cells.get(column);
            if (value == null) throw new IllegalArgumentException("no column " + column + " in " + cells.keySet());
            return value;
        }

        public Optional<String> optional(String column) {
            return Optional.of(text(column)).filter(value -> !value.isEmpty());
        }

        public int number(String column) {
            return Integer.parseInt(text(column));
        }

        public List<String> list(String column) {
            return optional(column).map(value -> List.of(value.split(","))).orElse(List.of());
        }

        /** Cells such as {@code dutch:5,chat:3}. */
        public Map<String, Integer> levels(String column) {
            Map<String, Integer> levels = new HashMap<>();
            for (String pair : list(column)) {
                String[] parts = pair.split(":");
                levels.put(parts[0], Integer.valueOf(parts[1]));
            }
            return levels;
        }
    }
}
