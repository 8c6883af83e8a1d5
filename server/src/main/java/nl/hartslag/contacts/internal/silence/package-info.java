/** What is done when a customer does not answer: days, words, choices of a brand, and figures. */
@org.jspecify.annotations.NullMarked
package nl.hartslag.contacts.internal.silence;
