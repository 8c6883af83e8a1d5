package nl.hartslag.people.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.people.ApiTokens;
import nl.hartslag.people.ApiTokens.CreatedToken;
import nl.hartslag.people.ApiTokens.TokenView;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.AllowedSignedIn;
import nl.hartslag.platform.security.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tokens for one's own programs. */
@RestController
@Tag(name = "API tokens")
class TokenController {
    private final ApiTokens tokens;

    TokenController(ApiTokens tokens) {
        this.tokens = tokens;
    }

    /** @param scopes the rights of the token, no more than your own; @param expiresAt absent for a token that stays */
    record TokenDraft(String name, Set<Permission> scopes, @Nullable Instant expiresAt) {}

    @Operation(summary = "Your tokens, newest first; everyone's for whoever may change people")
    @AllowedSignedIn
    @GetMapping("/api/people/tokens")
    List<TokenView> list(Access access) {
        return tokens.list(access);
    }

    @Operation(summary = "Make a token for yourself; it stands in this answer and nowhere else")
    @AllowedSignedIn
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping("/api/people/tokens")
    CreatedToken create(Access access, @RequestBody TokenDraft draft) {
        if (!access.permissions().containsAll(draft.scopes())) throw Problem.invalid("scopes", "beyond-own-rights");
        return tokens.create(access.user(), draft.name(), draft.scopes(), draft.expiresAt());
    }

    @Operation(summary = "Revoke a token; it stops working within seconds")
    @AllowedSignedIn
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @DeleteMapping("/api/people/tokens/{id}")
    void revoke(Access access, @PathVariable UUID id) {
        tokens.revoke(access, id);
    }
}
