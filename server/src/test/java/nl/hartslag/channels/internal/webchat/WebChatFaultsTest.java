package nl.hartslag.channels.internal.webchat;

import static nl.hartslag.channels.internal.webchat.ChatTestShop.key;
import static org.assertj.core.api.Assertions.assertThat;

import nl.hartslag.Hartslag;
import nl.hartslag.channels.Widgets;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.testing.HartslagTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;

/** What happens to a conversation when something breaks under it. */
@HartslagTest
class WebChatFaultsTest {
    @Autowired DSLContext db;
    @Autowired Widgets widgets;
    @Autowired OrganisationSettings organisation;
    @Autowired Environment environment;
    @LocalServerPort int port;

    @Test
    void whatCannotBePlacedIsKeptAndComesLaterInOrder() {
        ChatTestShop shop = new ChatTestShop(organisation, widgets, port);
        var visitor = shop.visitor();
        visitor.begin(key(), "een");
        db.execute("""
                create function contacts.broken() returns trigger language plpgsql as
                'begin if new.text = ''twee'' then raise exception ''broken''; end if; return new; end'""");
        db.execute("create trigger broken before insert on contacts.message for each row execute function contacts.broken()");
        String two = key();
        try {
            assertThat(visitor.say(two, "twee").status()).as("stored, not placed").isEqualTo(202);
            assertThat(visitor.say(two, "twee").status()).as("still waits").isEqualTo(202);
        } finally {
            db.execute("drop trigger broken on contacts.message");
            db.execute("drop function contacts.broken()");
        }
        assertThat(visitor.say(key(), "drie").status()).isEqualTo(201);
        assertThat(visitor.messages()).extracting(message -> message.get("text").asString()).containsExactly("een", "twee", "drie");
        assertThat(visitor.say(two, "twee").status()).isEqualTo(200);
        assertThat(db.fetchValue("select count(*) from channels.envelope where source = ? and state = 'placed'", shop.widget.id().toString()))
                .isEqualTo(3L);
    }

    @Test
    void twoNodesAreOneChatAndOneMayDie() {
        ChatTestShop here = new ChatTestShop(organisation, widgets, port);
        var visitor = here.visitor();
        visitor.begin(key(), "een");
        var other = new SpringApplicationBuilder(Hartslag.class).profiles("test")
                .properties("hartslag.database.password=" + environment.getProperty("hartslag.database.password"))
                .run("--server.port=0", "--hartslag.database.url=" + environment.getProperty("hartslag.database.url"),
                        "--hartslag.database.user=" + environment.getProperty("hartslag.database.user"), "--hartslag.database.pool-size=10");
        int otherPort = Integer.parseInt(other.getEnvironment().getProperty("local.server.port", "0"));
        String two = key();
        try (var stream = here.at(otherPort).visitor(visitor.token).stream(1)) {
            visitor.say(two, "twee");
            assertThat(stream.next("message").data().get("text").asString()).isEqualTo("twee");
            assertThat(here.at(otherPort).visitor(visitor.token).say(two, "twee").status()).as("the same key at the other node").isEqualTo(200);
            other.close();
        }
        visitor.say(key(), "drie");
        try (var stream = visitor.stream(2)) {
            assertThat(stream.next("message").data().get("text").asString()).isEqualTo("drie");
        }
        assertThat(visitor.messages()).hasSize(3);
    }
}
