/** The views themselves; the same named interface as their package above. */
@NamedInterface("shown")
package nl.hartslag.feedback.shown.tables;

import org.springframework.modulith.NamedInterface;
