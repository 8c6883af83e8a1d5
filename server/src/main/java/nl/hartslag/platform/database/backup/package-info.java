/** Backup and restore of everything in the database, in a file of our own, since the embedded server brings no dump program. */
@org.jspecify.annotations.NullMarked
package nl.hartslag.platform.database.backup;
