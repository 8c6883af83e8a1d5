/** What people see of the intake. */
@NullMarked
package nl.hartslag.channels.internal.ledger;

import org.jspecify.annotations.NullMarked;
