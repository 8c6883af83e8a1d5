/** How guidelines, their use and the phases of a talk are kept. */
@org.jspecify.annotations.NullMarked
package nl.hartslag.knowledge.internal;
