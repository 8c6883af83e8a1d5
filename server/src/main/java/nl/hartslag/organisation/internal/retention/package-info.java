/** How long what is kept: the rules, what they would take, and the daily work. */
@org.jspecify.annotations.NullMarked
package nl.hartslag.organisation.internal.retention;
