/** Measures the running product over its real entrances, beside what the same disk and database do bare. */
@NullMarked
package nl.hartslag.simulator.bench;

import org.jspecify.annotations.NullMarked;
