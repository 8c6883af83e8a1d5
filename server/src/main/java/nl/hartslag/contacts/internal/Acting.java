package nl.hartslag.contacts.internal;

import java.util.Optional;
import nl.hartslag.contacts.Consults.MailedAnswer;
import nl.hartslag.people.People.User;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Who does something with a question: somebody here, or who wrote for a department by mail.
 *
 * @param user absent for who wrote by mail and does not work here
 * @param mail what he wrote, where he wrote by mail
 */
record Acting(String name, @Nullable UserId user, @Nullable MailedAnswer mail) {
    static Acting of(Access access) {
        return new Acting(access.name(), access.user(), null);
    }

    static Acting of(MailedAnswer mail, Optional<User> colleague) {
        return new Acting(mail.name(), colleague.map(User::id).orElse(null), mail);
    }
}
