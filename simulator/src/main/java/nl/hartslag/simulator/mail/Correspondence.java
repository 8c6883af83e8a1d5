package nl.hartslag.simulator.mail;

import nl.hartslag.demo.internal.company.Occasion;

/** What one customer remembers of his mail with us. @param agent who answered last, if anybody did */
record Correspondence(Occasion occasion, int answers, String agent) {
    Correspondence answeredBy(String name) {
        return new Correspondence(occasion, answers + 1, name);
    }
}
