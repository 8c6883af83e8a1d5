package nl.hartslag.contacts;

import nl.hartslag.shared.DepartmentId;
import nl.hartslag.shared.ProcessId;
import nl.hartslag.shared.ReasonId;
import org.jspecify.annotations.Nullable;

/**
 * Why the customer came (reason), what made it necessary (cause) and what came of it; null leaves a field as it is.
 *
 * @param process of the department that is the cause. A cause is given whole: without it only the department is known
 */
public record Registration(
        @Nullable ReasonId reason, @Nullable DepartmentId cause, @Nullable ProcessId process, @Nullable Result result) {
    public Registration(@Nullable ReasonId reason, @Nullable DepartmentId cause, @Nullable Result result) {
        this(reason, cause, null, result);
    }
}
