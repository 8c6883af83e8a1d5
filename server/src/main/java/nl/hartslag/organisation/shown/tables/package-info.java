/** Part of what {@code nl.hartslag.organisation.shown} shows; generated from the migrations. */
@NamedInterface("shown")
package nl.hartslag.organisation.shown.tables;

import org.springframework.modulith.NamedInterface;
