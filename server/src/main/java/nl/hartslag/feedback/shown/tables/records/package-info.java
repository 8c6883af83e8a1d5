/** Part of what {@code nl.hartslag.feedback.shown} shows; generated from the migrations. */
@NamedInterface("shown")
package nl.hartslag.feedback.shown.tables.records;

import org.springframework.modulith.NamedInterface;
