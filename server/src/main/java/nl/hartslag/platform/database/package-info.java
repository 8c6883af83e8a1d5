/**
 * Where the data lives: our own PostgreSQL inside the product or an external server, and the migrations that shape it.
 */
@org.jspecify.annotations.NullMarked
package nl.hartslag.platform.database;
