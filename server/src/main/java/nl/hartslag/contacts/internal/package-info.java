/** How the work is kept: receiving, writing, handling, promises, reading, and the outbox. */
@org.jspecify.annotations.NullMarked
package nl.hartslag.contacts.internal;
