/** What happens to the whole product when its process or its database goes away under load; it is an ordinary client's view. */
package nl.hartslag.faults;
