/** The pages of those who write guidelines. */
@org.jspecify.annotations.NullMarked
package nl.hartslag.knowledge.web;
