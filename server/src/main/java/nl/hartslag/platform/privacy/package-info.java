/** The port by which every module shows, and erases, what it keeps of one person. */
@org.jspecify.annotations.NullMarked
package nl.hartslag.platform.privacy;
