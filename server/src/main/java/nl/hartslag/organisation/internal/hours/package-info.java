/** Opening hours and business time: plain calculations, values in and values out. */
@NullMarked
package nl.hartslag.organisation.internal.hours;

import org.jspecify.annotations.NullMarked;
