package nl.hartslag.contacts;

import nl.hartslag.shared.MessageId;

public record Written(MessageId message, int seq) {}
