/** Holidays from a calendar file of somebody else's: what it says is judged here, before anything is stored. */
@NullMarked
package nl.hartslag.organisation.internal.holidays;

import org.jspecify.annotations.NullMarked;
