/** What is given to customers: the catalogue, who may give how much, giving, deciding, and what is seen afterwards. */
@NullMarked
package nl.hartslag.contacts.internal.gestures;

import org.jspecify.annotations.NullMarked;
