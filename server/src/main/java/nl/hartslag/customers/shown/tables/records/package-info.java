/** Part of what {@code nl.hartslag.customers.shown} shows; generated from the migrations. */
@NamedInterface("shown")
package nl.hartslag.customers.shown.tables.records;

import org.springframework.modulith.NamedInterface;
