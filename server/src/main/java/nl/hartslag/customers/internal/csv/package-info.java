/** Orders from a CSV file, however the shop's program happened to write it. */
@NullMarked
package nl.hartslag.customers.internal.csv;

import org.jspecify.annotations.NullMarked;
