/** What customers said, and what was done about it, among everything that happened with one of them. */
@NullMarked
package nl.hartslag.feedback.internal.timeline;

import org.jspecify.annotations.NullMarked;
