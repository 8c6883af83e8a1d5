package nl.hartslag.customers.internal.erasing;

import static nl.hartslag.testing.Eventually.eventually;
import static nl.hartslag.testing.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import nl.hartslag.contacts.Received;
import nl.hartslag.customers.internal.erasing.Plants.Planted;
import nl.hartslag.organisation.Retention;
import nl.hartslag.organisation.Retention.Draft;
import nl.hartslag.organisation.Retention.Kind;
import nl.hartslag.organisation.Retention.Preview;
import nl.hartslag.organisation.Retention.Run;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.RetentionRuleId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@HartslagTest
@Import(Plants.class)
class RetentionTest {
    private static final String LEFT = "channels.captured_mail where brand_id = ?";
    @Autowired Retention retention;
    @Autowired Nights nights;
    @Autowired Plants plants;
    @Autowired DSLContext db;
    @Autowired MovableClock clock;
    private BrandId brand;
    private Access agent;
    private Access officer;
    private Planted bo;

    @BeforeEach
    void somebodyWhoseCaseIsClosed() {
        brand = plants.aBrand();
        agent = plants.anAgent(brand);
        officer = Accesses.administrator(brand);
        bo = plants.everywhere(brand, agent);
    }

    @AfterEach
    void noRules() {
        retention.rules(officer).rules().forEach(rule -> retention.remove(officer, rule.id()));
        retention.pause(officer, false);
    }

    @Test
    void takesWhatWasSaidAndLeavesTheFigures() {
        Received open = plants.writes(brand, bo.customer(), bo.word(), Optional.empty());
        UUID contact = bo.first().contact().value();
        eventually(() -> db.fetchSingle("select count(*) from assistant.learned where contact_id = ? and words <> '{}'", contact).get(0, Integer.class) == 1);
        rule(Kind.CONTENT, Optional.empty(), 12);
        nights.night();
        assertThat(messages(bo.first())).isEqualTo(2);

        clock.advance(Duration.ofDays(400));
        assertThat(preview(Kind.CONTENT, 12).total()).isEqualTo(1);
        assertThat(preview(Kind.CONTENT, 12).first()).extracting(Retention.First::id).containsExactly(bo.first().conversation().toString());
        overNights(() -> messages(bo.first()) == 0);
        assertThat(count("contacts.cases where brand_id = ? and field_values <> '{}'")).as("of his case, and of the one that was joined to it").isZero();
        assertThat(messages(open)).as("what is open stays").isEqualTo(1);
        assertThat(db.fetchSingle("select count(*), count(reason_id), count(customer_id) from contacts.contact where id = ?", bo.first().contact().value()).intoArray())
                .containsExactly(1L, 1L, 1L);
        assertThat(db.fetchSingle("select preview, subject from desk.conversation_row where conversation_id = ?", bo.first().conversation().value()).intoArray()).containsExactly("", "");
        assertThat(count("knowledge.guideline_mark where brand_id = ? and why = '' and learned = ''")).isEqualTo(1);
        assertThat(db.fetchSingle("select count(*) from routing.notice where conversation_id = ?", bo.first().conversation().value()).get(0, Integer.class)).isZero();
        assertThat(db.fetchSingle("select cardinality(words) from assistant.learned where contact_id = ?", contact).get(0, Integer.class)).isZero();
        assertThat(runs()).extracting(Run::taken).containsExactly(1);
        nights.night();
        assertThat(runs()).extracting(Run::taken).containsExactly(1);
    }

    @Test
    void takesOnlyFilesOnlyRawMailOrOnlyWords() {
        clock.advance(Duration.ofDays(400));
        db.execute("update feedback.follow_up set state = 'done', outcome = 'explained', done_at = now() where brand_id = ?", brand.value());
        rule(Kind.ATTACHMENTS, Optional.empty(), 12);
        rule(Kind.RAW, Optional.empty(), 12);
        rule(Kind.ANSWER_WORDS, Optional.empty(), 12);
        overNights(() -> files(bo.first()) == 0);
        assertThat(messages(bo.first())).isEqualTo(2);
        assertThat(count("channels.envelope where ? = any (brand_ids) and blob_hash = '' and provider_id like 'erased%'")).isEqualTo(2);
        assertThat(count("channels.envelope where ? = any (brand_ids)")).isEqualTo(2);
        assertThat(count("feedback.response where brand_id = ? and why is null and score = 3")).isEqualTo(1);
        assertThat(runs()).extracting(Run::kind).containsExactlyInAnyOrder(Kind.ATTACHMENTS, Kind.RAW, Kind.ANSWER_WORDS);
    }

    @Test
    void mailAsItLeftGoesWithWhatWasSaidOrBeforeItByItsAge() {
        db.execute("update channels.captured_mail set conversation_id = ? where brand_id = ?", bo.first().conversation().value(), brand.value());
        db.execute("insert into channels.captured_mail (id, message_id, brand_id, sender, recipients, subject, purpose, blob_hash, size, captured_at) "
                + "select ?, ?, brand_id, sender, recipients, subject, purpose, blob_hash, size, captured_at from channels.captured_mail where brand_id = ?", UUID.randomUUID(), UUID.randomUUID(), brand.value());
        rule(Kind.RAW, Optional.empty(), 12);
        clock.advance(Duration.ofDays(300));
        nights.night();
        assertThat(count(LEFT)).isEqualTo(2);
        rule(Kind.CONTENT, Optional.empty(), 8);
        overNights(() -> messages(bo.first()) == 0);
        assertThat(count(LEFT)).as("mail from before, of which the conversation is not known").isEqualTo(1);
        clock.advance(Duration.ofDays(100));
        assertThat(preview(Kind.RAW, 12).total()).as("with two that came in").isEqualTo(3);
        overNights(() -> count(LEFT) == 0);
        assertThat(runs()).filteredOn(run -> run.kind() == Kind.RAW).extracting(Run::taken).containsExactly(3);
    }

    @Test
    void mailAsItLeftStaysWhileItsConversationIsOpenAndWhereAnotherChannelIsMeant() {
        Received open = plants.writes(brand, bo.customer(), bo.word(), Optional.empty());
        db.execute("update channels.captured_mail set conversation_id = ? where brand_id = ?", open.conversation().value(), brand.value());
        RetentionRuleId letters = rule(Kind.RAW, Optional.of("letters"), 12);
        clock.advance(Duration.ofDays(400));
        nights.night();
        assertThat(count(LEFT)).isEqualTo(1);
        db.execute("update channels.captured_mail set conversation_id = ? where brand_id = ?", bo.first().conversation().value(), brand.value());
        retention.remove(officer, letters);
        rule(Kind.RAW, Optional.of("telegrams"), 12);
        nights.night();
        assertThat(count(LEFT)).isEqualTo(1);
        rule(Kind.RAW, Optional.empty(), 12);
        overNights(() -> count(LEFT) == 0);
    }

    private long count(String from) {
        return db.fetchSingle("select count(*) from " + from, brand.value()).get(0, Long.class);
    }

    @Test
    void theRuleOfAChannelGoesBeforeThatOfItsBrand() {
        rule(Kind.CONTENT, Optional.empty(), 12);
        rule(Kind.CONTENT, Optional.of("letters"), 36);
        clock.advance(Duration.ofDays(400));
        nights.night();
        assertThat(messages(bo.first())).isEqualTo(2);
        clock.advance(Duration.ofDays(800));
        overNights(() -> messages(bo.first()) == 0);
    }

    @Test
    void theRuleOfAChannelStaysWhereThatOfItsBrandWouldTakeSooner() {
        rule(Kind.CONTENT, Optional.empty(), 12);
        RetentionRuleId letters = rule(Kind.CONTENT, Optional.of("letters"), 36);
        refused("retention/then-sooner", () -> retention.remove(officer, letters));
        retention.change(officer, letters, 12, false, 0);
        retention.remove(officer, letters);
        assertThat(retention.rules(officer).rules()).hasSize(1);
    }

    @Test
    void nothingGoesOfACaseThatIsOpenThoughItsConversationWentToAnother() {
        Received open = plants.writes(brand, bo.customer(), bo.word(), Optional.empty());
        db.execute("update contacts.contact set case_id = ? where id = ?", open.caseId().value(), bo.first().contact().value());
        db.execute("update feedback.follow_up set state = 'done', outcome = 'explained', done_at = now() where brand_id = ?", brand.value());
        rule(Kind.CONTENT, Optional.empty(), 12);
        rule(Kind.RAW, Optional.empty(), 12);
        rule(Kind.ANSWER_WORDS, Optional.empty(), 12);
        clock.advance(Duration.ofDays(400));
        nights.night();
        assertThat(messages(bo.first())).isEqualTo(2);
        assertThat(count("channels.envelope where ? = any (brand_ids) and blob_hash <> '' and state = 'placed'")).isEqualTo(1);
        assertThat(count("feedback.response where brand_id = ? and why is not null")).isEqualTo(1);
    }

    @Test
    void whatCameToSeveralBrandsStaysForTheOthers() {
        BrandId other = plants.aBrand();
        db.execute("update channels.envelope set brand_ids = array_append(brand_ids, ?) where ? = any (brand_ids)", other.value(), brand.value());
        rule(Kind.RAW, Optional.empty(), 12);
        clock.advance(Duration.ofDays(400));
        nights.night();
        assertThat(count("channels.envelope where ? = any (brand_ids)")).isZero();
        assertThat(db.fetchSingle("select count(*) from channels.envelope where brand_ids = array[?]::uuid[] and blob_hash <> ''", other.value()).get(0, Integer.class)).isEqualTo(2);
    }

    @Test
    void takesNothingWhilePaused() {
        rule(Kind.CONTENT, Optional.empty(), 12);
        clock.advance(Duration.ofDays(400));
        retention.pause(officer, true);
        retention.pause(officer, true);
        nights.night();
        assertThat(messages(bo.first())).isEqualTo(2);
        assertThat(retention.rules(officer).pausedBy()).isEqualTo(officer.name());
        retention.pause(officer, false);
        nights.night();
        assertThat(messages(bo.first())).isZero();
    }

    @Test
    void isNeverShortByAccident() {
        refused("retention/short", () -> retention.add(officer, new Draft(brand, Optional.empty(), Kind.CONTENT, 2, false)));
        RetentionRuleId rule = rule(Kind.CONTENT, Optional.empty(), 12);
        refused("retention/exists", () -> rule(Kind.CONTENT, Optional.empty(), 24));
        refused("retention/short", () -> retention.change(officer, rule, 2, false, 0));
        retention.change(officer, rule, 2, true, 0);
        refused("retention/changed", () -> retention.change(officer, rule, 8, false, 0));
        retention.change(officer, rule, 3, false, 1);
        refused("request/invalid", () -> retention.add(officer, new Draft(brand, Optional.empty(), Kind.RAW, 0, true)));
        refused("access/denied", () -> retention.rules(agent));
        Access elsewhere = Accesses.administrator(plants.aBrand());
        assertThat(retention.rules(elsewhere).rules()).isEmpty();
        refused("retention/not-found", () -> retention.change(elsewhere, rule, 12, false, 2));
        refused("access/denied", () -> retention.preview(elsewhere, new Draft(brand, Optional.empty(), Kind.CONTENT, 12, false)));
    }

    private RetentionRuleId rule(Kind kind, Optional<String> channel, int months) {
        return retention.add(officer, new Draft(brand, channel, kind, months, false));
    }

    private Preview preview(Kind kind, int months) {
        return retention.preview(officer, new Draft(brand, Optional.empty(), kind, months, false));
    }

    private List<Run> runs() {
        return retention.runs(officer, null, 50).items();
    }

    /** What somebody has in hand at that moment waits for the next night. */
    private void overNights(BooleanSupplier until) {
        eventually(() -> {
            nights.night();
            return until.getAsBoolean();
        });
    }

    private int files(Received received) {
        return db.fetchSingle("select count(*) from contacts.attachment join contacts.message on message.id = attachment.message_id where conversation_id = ?",
                received.conversation().value()).get(0, Integer.class);
    }

    private int messages(Received received) {
        return db.fetchSingle("select count(*) from contacts.message where conversation_id = ? and direction in ('in', 'out')", received.conversation().value()).get(0, Integer.class);
    }
}
