package nl.hartslag.contacts.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import nl.hartslag.contacts.AccountWork;
import nl.hartslag.contacts.AccountWork.Work;
import nl.hartslag.contacts.ForWhom;
import nl.hartslag.contacts.ForWhom.Choice;
import nl.hartslag.contacts.ForWhom.Newcomer;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.CustomerAccountId;
import nl.hartslag.shared.CustomerId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For whom somebody comes, and the work for the people of an account. */
@RestController
class ForWhomController {
    private final ForWhom forWhom;
    private final AccountWork work;

    ForWhomController(ForWhom forWhom, AccountWork work) {
        this.forWhom = forWhom;
        this.work = work;
    }

    @PutMapping("/api/cases/{id}/for")
    @Allowed(Permission.CONTACTS_HANDLE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Tag(name = "Cases")
    @Operation(summary = "Say for whom the customer of a case came",
            description = "Nobody means for himself. `was` is for whom it was on screen: 409 `cases/for-changed` when that is not so any more. "
                    + "Somebody for whom a member of an account came becomes its end customer.")
    void set(Access access, @PathVariable CaseId id, @RequestBody ForBody body) {
        forWhom.set(access, id, new Choice(body.customer(), body.newcomer() == null ? null : body.newcomer().newcomer(), body.was()));
    }

    @GetMapping("/api/accounts/{id}/work")
    @Allowed(Permission.CONTACTS_VIEW)
    @Tag(name = "Accounts")
    @Operation(summary = "The work for members and end customers of an account: what is open, what was promised, and why they came",
            description = "Of what you may see. Contacts that they began are counted by when they began, up to now.")
    Work work(Access access, @PathVariable CustomerAccountId id) {
        return work.of(access, id);
    }

    /** @param customer none when absent; @param newcomer instead of a customer; @param was as it stood on screen */
    @Schema(name = "CaseForChoice")
    record ForBody(@Nullable CustomerId customer, @Nullable NewcomerBody newcomer, @Nullable CustomerId was) {}

    /** Somebody we did not know yet. @param address e-mail address or phone number, if known */
    @Schema(name = "CaseNewcomer")
    record NewcomerBody(@Nullable String name, @Nullable String address) {
        Newcomer newcomer() {
            return new Newcomer(name == null ? "" : name, address == null ? "" : address);
        }
    }
}
