/** Erasing who answered and in which words, while the scores stay. */
@org.jspecify.annotations.NullMarked
package nl.hartslag.feedback.internal.erasing;
