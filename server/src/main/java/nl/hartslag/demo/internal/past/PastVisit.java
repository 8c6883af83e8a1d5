package nl.hartslag.demo.internal.past;

import java.time.Instant;
import nl.hartslag.demo.internal.company.Company;
import nl.hartslag.demo.internal.company.Occasion;
import nl.hartslag.organisation.Organisation.ChannelHours;

/**
 * One customer who came.
 *
 * @param channel its name
 * @param queue   in which he waited
 * @param agent   who helped him
 * @param hours   of the channel
 * @param backlog how much longer than usual people waited these days; 1 is usual
 */
record PastVisit(Occasion occasion, String channel, Company.Queue queue, Company.Person agent, ChannelHours hours,
        Instant at, double backlog) {}
