package nl.hartslag.channels.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import nl.hartslag.channels.ChannelNames;
import nl.hartslag.channels.ChannelNames.ChannelName;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.AllowedSignedIn;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Channels")
class ChannelController {
    private final ChannelNames channels;

    ChannelController(ChannelNames channels) {
        this.channels = channels;
    }

    @Operation(summary = "The channels of this installation, by their name in the reader's language")
    @AllowedSignedIn
    @GetMapping("/api/channels")
    List<ChannelName> channels(Access access) {
        return channels.all(access.language());
    }
}
