package nl.hartslag.contacts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a question between asking and answer.
 *
 * @param kind   {@code sooner}, {@code later}, {@code sooner_accepted}, {@code sooner_declined}, {@code more_time}, {@code granted}, {@code held},
 *               {@code asked_back}, {@code told}, {@code passed}, or {@code unread} for a mail that began as one of these and could not be read
 * @param departmentNl with which department it was
 * @param toNl   to which it was passed
 * @param dueAt  the time that it is about
 * @param words  empty when nothing was said, or when it was erased
 */
public record ConsultStep(
        String kind,
        Instant at,
        @Nullable String byName,
        String departmentNl,
        String departmentEn,
        @Nullable String toNl,
        @Nullable String toEn,
        @Nullable Instant dueAt,
        String words) {}
