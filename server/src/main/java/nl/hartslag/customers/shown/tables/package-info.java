/** Part of what {@code nl.hartslag.customers.shown} shows; generated from the migrations. */
@NamedInterface("shown")
package nl.hartslag.customers.shown.tables;

import org.springframework.modulith.NamedInterface;
