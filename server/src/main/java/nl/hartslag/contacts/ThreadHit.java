package nl.hartslag.contacts;

import java.util.Set;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ConversationId;

/** A conversation a message may belong to, with the addresses that take part in it. */
public record ThreadHit(ConversationId conversation, BrandId brand, String channel, Set<String> participants) {}
