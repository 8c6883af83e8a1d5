/** Erasing one customer: the work of all modules, step by step, and the receipt that stays. */
@org.jspecify.annotations.NullMarked
package nl.hartslag.customers.internal.erasing;
