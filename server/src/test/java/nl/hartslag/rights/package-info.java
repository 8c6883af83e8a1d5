/** What one person can see of another's through the programming interface, over every operation of the contract. */
@NullMarked
package nl.hartslag.rights;

import org.jspecify.annotations.NullMarked;
