package nl.hartslag.demo.internal.past;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.hartslag.contacts.ContactsImport.PastCase;
import nl.hartslag.contacts.ContactsImport.PastContact;
import nl.hartslag.contacts.TransfersImport.PastTransfer;
import nl.hartslag.demo.internal.Cast;
import nl.hartslag.demo.internal.company.Company;
import nl.hartslag.demo.internal.company.Dice;
import nl.hartslag.demo.internal.company.Shoppers;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.TransferReasonId;
import nl.hartslag.shared.UserId;

/** Which contacts of the past came to whoever answered them by way of somebody else. Its dice are its own. */
public final class Handovers {
    private static final double HANDED_OVER = 0.11;
    private static final double AND_BEFORE = 0.2;
    private static final double TO_A_COLLEAGUE = 0.25;
    /** In the order of the reasons that are offered: mostly the wrong queue at arrival. */
    private static final double[] REASONS = {46, 22, 9, 8, 11, 4};

    private final Cast cast;
    private final List<TransferReasonId> reasons;
    private final Map<BrandId, List<QueueId>> queues = new HashMap<>();
    private final Dice dice = new Dice(Shoppers.SEED + 9);

    public Handovers(Company company, Cast cast, List<TransferReasonId> reasons) {
        this.cast = cast;
        this.reasons = reasons;
        company.queues().forEach(queue -> queues.computeIfAbsent(cast.brands.get(queue.brand()), _ -> new ArrayList<>()).add(cast.queues.get(queue.key())));
    }

    public List<PastTransfer> of(List<PastCase> cases) {
        List<PastTransfer> all = new ArrayList<>();
        for (PastCase one : cases) {
            one.conversations().forEach(conversation -> conversation.contacts().stream()
                    .filter(contact -> contact.queue() != null && dice.chance(HANDED_OVER))
                    .forEach(contact -> handedOver(one.brand(), contact, all)));
        }
        return all;
    }

    private void handedOver(BrandId brand, PastContact contact, List<PastTransfer> all) {
        Duration waited = Duration.between(contact.openedAt(), contact.assignedAt());
        Instant at = contact.openedAt().plus(waited.dividedBy(2));
        QueueId here = Objects.requireNonNull(contact.queue());
        if (dice.chance(TO_A_COLLEAGUE)) {
            all.add(new PastTransfer(contact.id(), at, someone(), here, null, contact.endedBy(), why()));
            return;
        }
        QueueId from = another(brand, here);
        if (dice.chance(AND_BEFORE)) all.add(new PastTransfer(contact.id(), contact.openedAt().plus(waited.dividedBy(4)), someone(), another(brand, from), from, null, why()));
        all.add(new PastTransfer(contact.id(), at, someone(), from, here, null, why()));
    }

    private QueueId another(BrandId brand, QueueId than) {
        return dice.one(queues.get(brand).stream().filter(queue -> !queue.equals(than)).toList());
    }

    private UserId someone() {
        return cast.people.get(dice.one(List.of("mieke", "sanne", "joris", "bram")));
    }

    private TransferReasonId why() {
        return reasons.get(dice.weighted(REASONS));
    }
}
