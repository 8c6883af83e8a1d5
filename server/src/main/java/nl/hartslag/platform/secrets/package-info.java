/** Keys outside the database, and what is sealed with them. */
@org.jspecify.annotations.NullMarked
package nl.hartslag.platform.secrets;
