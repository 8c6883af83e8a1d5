/** Why contacts are handed over, and how often; how often customers have to come again. */
@NullMarked
package nl.hartslag.contacts.internal.transfers;

import org.jspecify.annotations.NullMarked;
