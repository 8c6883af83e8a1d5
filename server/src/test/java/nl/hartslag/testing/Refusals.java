package nl.hartslag.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nl.hartslag.platform.problem.Problem;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a rule says no to. */
public final class Refusals {
    private Refusals() {}

    /** @param code of the problem, such as {@code contacts/already-closed} */
    public static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    /** @param code of what is wrong with the field, such as {@code required} */
    public static void refusedAt(String field, String code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fieldErrors()).containsEntry(field, code));
    }
}
