/** Part of what {@code nl.hartslag.people.shown} shows; generated from the migrations. */
@NamedInterface("shown")
package nl.hartslag.people.shown.tables.records;

import org.springframework.modulith.NamedInterface;
