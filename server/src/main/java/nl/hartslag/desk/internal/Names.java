package nl.hartslag.desk.internal;

import nl.hartslag.people.People;
import nl.hartslag.routing.Routing;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.UserId;
import org.springframework.stereotype.Component;

/** Names as rows show them. */
@Component
class Names {
    private final People people;
    private final Routing routing;

    Names(People people, Routing routing) {
        this.people = people;
        this.routing = routing;
    }

    String user(UserId id) {
        return people.user(id).map(People.User::name).orElse("");
    }

    String queue(QueueId id) {
        return routing.queue(id).map(Routing.Queue::name).orElse("");
    }
}
