package nl.hartslag.contacts;

import nl.hartslag.shared.DepartmentId;
import nl.hartslag.shared.ReasonId;
import org.jspecify.annotations.Nullable;

/** Why the customer came (reason), what made it necessary (cause) and what came of it; null leaves a field as it is. */
public record Registration(@Nullable ReasonId reason, @Nullable DepartmentId cause, @Nullable Result result) {}
