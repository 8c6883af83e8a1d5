/** What a brand keeps beside what every brand keeps, and what may stand in it. */
@org.jspecify.annotations.NullMarked
package nl.hartslag.organisation.internal.fields;
