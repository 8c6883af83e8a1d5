package nl.hartslag.desk.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import nl.hartslag.contacts.NewConversations;
import nl.hartslag.contacts.NewConversations.NewConversation;
import nl.hartslag.contacts.NewConversations.NewCorrespondent;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.CustomerId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Conversations that we begin. */
@RestController
@RequestMapping("/api/desk/conversations")
@Tag(name = "Desk")
class NewConversationsController {
    private final NewConversations conversations;

    NewConversationsController(NewConversations conversations) {
        this.conversations = conversations;
    }

    @PostMapping
    @Allowed(Permission.CONTACTS_HANDLE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Begin a conversation by mail with a customer",
            description = "It has a case of its own and is in your hands; nothing is sent yet: what you write in it goes to this address. The same `clientKey` is one"
                    + " conversation. 409 `contacts/no-mail` when the brand of the customer sends no mail.")
    Begun begin(Access access, @Valid @RequestBody Beginning wanted) {
        return new Begun(conversations.begin(access, new NewConversation(wanted.customer(), wanted.identity(), wanted.subject(), wanted.clientKey())));
    }

    @PostMapping("/by-address")
    @Allowed(Permission.CONTACTS_HANDLE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Begin a conversation by mail with somebody whom we may not know yet",
            description = "With the customer of this address, who is made when there is none; for the rest as with a customer who is known. 403 `contacts/known-only` for"
                    + " people of a partner; 409 `contacts/anonymous-brand` when an address leads to no customer of this brand, `contacts/no-mail` when it sends no mail.")
    Begun begin(Access access, @Valid @RequestBody Correspondent wanted) {
        return new Begun(conversations.begin(access, new NewCorrespondent(wanted.brand(), wanted.address(), wanted.name(), wanted.subject(), wanted.clientKey())));
    }

    /**
     * @param identity  the e-mail address of the customer that is written to
     * @param subject   as it stands above the mail
     * @param clientKey made by the screen, so that beginning twice is one conversation
     */
    @Schema(name = "ConversationBeginning")
    record Beginning(
            @NotNull CustomerId customer,
            @NotNull UUID identity,
            @NotBlank @Size(max = NewConversations.LONGEST_SUBJECT) String subject,
            @NotBlank @Size(max = 100) String clientKey) {}

    /**
     * @param name      used when the customer is new or had none; may be empty
     * @param subject   as it stands above the mail
     * @param clientKey made by the screen, so that beginning twice is one conversation
     */
    @Schema(name = "CorrespondentBeginning")
    record Correspondent(@NotNull BrandId brand, @NotNull String address, @NotNull String name, @NotNull String subject, @NotBlank @Size(max = 100) String clientKey) {}

    @Schema(name = "ConversationBegun")
    record Begun(ConversationId conversation) {}
}
