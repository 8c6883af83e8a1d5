/** Addresses of feedback: for the people who work here, and the survey page that customers open. */
@NullMarked
package nl.hartslag.feedback.web;

import org.jspecify.annotations.NullMarked;
