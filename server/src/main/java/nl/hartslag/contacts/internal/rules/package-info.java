/** Which rule holds, and when a promise by rule is due: plain calculations, values in and values out. */
@NullMarked
package nl.hartslag.contacts.internal.rules;

import org.jspecify.annotations.NullMarked;
