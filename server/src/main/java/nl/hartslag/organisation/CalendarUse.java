package nl.hartslag.organisation;

import nl.hartslag.shared.CalendarId;

/** Whoever above keeps to calendars says which, so that none is deleted that somebody still needs. */
public interface CalendarUse {
    boolean uses(CalendarId calendar);
}
