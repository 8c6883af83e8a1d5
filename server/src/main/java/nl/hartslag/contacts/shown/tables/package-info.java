/** Part of what {@code nl.hartslag.contacts.shown} shows; generated from the migrations. */
@NamedInterface("shown")
package nl.hartslag.contacts.shown.tables;

import org.springframework.modulith.NamedInterface;
