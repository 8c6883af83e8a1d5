package nl.hartslag.desk.internal;

import java.util.List;
import java.util.Objects;
import nl.hartslag.customers.CustomerGroups;
import nl.hartslag.desk.DeskRow;
import org.springframework.stereotype.Component;

/** In which group the customer of a row is. */
@Component
class RowGroups {
    private final CustomerGroups groups;

    RowGroups(CustomerGroups groups) {
        this.groups = groups;
    }

    List<DeskRow> beside(List<DeskRow> rows) {
        var now = groups.of(rows.stream().map(DeskRow::customer).filter(Objects::nonNull).toList());
        if (now.isEmpty()) return rows;
        return rows.stream().map(row -> {
            var group = row.customer() == null ? null : now.get(row.customer());
            return group == null ? row : row.inGroup(group.id());
        }).toList();
    }
}
