/** How users, rights, sessions and tokens are kept. */
@org.jspecify.annotations.NullMarked
package nl.hartslag.people.internal;
