/** Formulas of the field, as plain Java: values in, values out. What there is no data for is absent, never zero. */
@NullMarked
package nl.hartslag.shared.statistics;

import org.jspecify.annotations.NullMarked;
