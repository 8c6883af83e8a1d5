/**
 * Who the demo company is: its people, products, customers and their words. Plain Java without dependencies, because the
 * simulator is built from the same source: the customers it plays are the customers in the database.
 */
@NullMarked
package nl.hartslag.demo.internal.company;

import org.jspecify.annotations.NullMarked;
