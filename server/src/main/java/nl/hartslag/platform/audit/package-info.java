/** The record of log-ins, rights, settings and opened personal data. */
@org.jspecify.annotations.NullMarked
package nl.hartslag.platform.audit;
