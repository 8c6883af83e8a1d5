package nl.hartslag.knowledge.internal;

import static nl.hartslag.testing.AtOnce.atOnce;
import static nl.hartslag.testing.Refusals.refused;
import static nl.hartslag.testing.Refusals.refusedAt;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.knowledge.TextBlocks;
import nl.hartslag.knowledge.TextBlocks.BlockContent;
import nl.hartslag.knowledge.TextBlocks.Filter;
import nl.hartslag.knowledge.TextBlocks.FittingBlock;
import nl.hartslag.knowledge.TextBlocks.TextBlock;
import nl.hartslag.knowledge.TextBlocks.Whose;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.organisation.OrganisationSettings.BrandDraft;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.UserId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@HartslagTest
class TextBlocksTest {
    @Autowired TextBlocks blocks;
    @Autowired OrganisationSettings organisation;
    @Autowired DSLContext db;
    private BrandId brand;
    private Access mieke;
    private Access sanne;

    @BeforeEach
    void aBrandWithPeople() {
        brand = aBrand();
        mieke = Accesses.with(Permission.GUIDELINES_WRITE, brand);
        sanne = Accesses.with(Permission.CONTACTS_HANDLE, brand);
    }

    @Test
    void aSharedBlockIsThereForEverybodyOfTheBrandAndForNobodyElse() {
        TextBlock made = shared("terug", "Geld terug", "Beste {firstName}, je krijgt {?bedrag} terug.");
        assertThat(shortcuts(sanne, "nl")).containsExactly("terug");
        assertThat(blocks.block(sanne, made.id())).extracting(TextBlock::mayChange, TextBlock::changedBy).containsExactly(false, "Noor de Wit");
        Access elsewhere = Accesses.with(Permission.CONTACTS_HANDLE, aBrand());
        refused("text-blocks/not-found", () -> blocks.block(elsewhere, made.id()));
        refused("access/denied", () -> blocks.fitting(elsewhere, brand, "nl"));
        refused("access/denied", () -> blocks.list(Accesses.with(Permission.LIVE_VIEW, brand), all(), null, 10));
        assertThat(names(elsewhere, all())).isEmpty();
    }

    @Test
    void onlyWhoWritesGuidelinesChangesWhatIsShared() {
        TextBlock made = shared("terug", "Geld terug", "Je geld komt terug.");
        refused("access/denied", () -> blocks.create(sanne, false, content("retour", "Retour", "Zo.")));
        refused("access/denied", () -> blocks.change(sanne, made.id(), content("terug", "Terug", "Zo."), made.version()));
        refused("access/denied", () -> blocks.archive(sanne, made.id(), true));
    }

    @Test
    void ownBlocksComeFirstAndNobodyElseSeesThem() {
        shared("bel", "Bellen", "Wij bellen.");
        TextBlock own = blocks.create(sanne, true, new BlockContent(null, "nl", "bel", "Zullen we bellen", "Zullen we bellen?"));
        assertThat(blocks.fitting(sanne, brand, "nl")).extracting(FittingBlock::name).containsExactly("Zullen we bellen", "Bellen");
        Access bram = Accesses.with(Permission.CONTACTS_HANDLE, brand);
        assertThat(shortcuts(bram, "nl")).containsExactly("bel");
        refused("text-blocks/not-found", () -> blocks.block(bram, own.id()));
        refused("text-blocks/not-found", () -> blocks.change(mieke, own.id(), content("x", "x", "x"), 0));
        refused("text-blocks/not-found", () -> blocks.archive(mieke, own.id(), true));
        assertThat(names(sanne, new Filter(Whose.OWN, false, Optional.empty(), Optional.empty(), null))).containsExactly("Zullen we bellen");
        assertThat(names(sanne, new Filter(Whose.SHARED, false, Optional.empty(), Optional.empty(), null))).containsExactly("Bellen");
        assertThat(db.fetchCount(db.selectOne().from("platform.audit").where("subject_id = ?", own.id().toString()))).as("one's own are nobody else's business").isZero();
    }

    @Test
    void thoseInTheLanguageOfTheConversationComeFirst() {
        shared("welkom", "Aardig welkom", "Welkom.");
        blocks.create(mieke, false, new BlockContent(brand, "en", "hello", "Hello", "Hello."));
        assertThat(shortcuts(sanne, "en")).containsExactly("hello", "welkom");
        assertThat(shortcuts(sanne, "nl")).containsExactly("welkom", "hello");
        refusedAt("language", "unknown", () -> blocks.fitting(sanne, brand, "fr"));
    }

    @Test
    void forAllBrandsNeedsTheRightForAll() {
        BlockContent everywhere = new BlockContent(null, "nl", "k" + UUID.randomUUID().toString().substring(0, 8), "Overal", "Overal.");
        Access ofOne = new Access(UserId.next(), "Mieke", "nl", mieke.rights(), Set.of(), Set.of(brand), Set.of(), Optional.empty());
        refused("access/all-brands", () -> blocks.create(ofOne, false, everywhere));
        TextBlock made = blocks.create(mieke, false, everywhere);
        assertThat(shortcuts(sanne, "nl")).contains(everywhere.shortcut());
        refused("access/all-brands", () -> blocks.archive(ofOne, made.id(), true));
        assertThat(blocks.block(ofOne, made.id()).mayChange()).isFalse();
        blocks.archive(mieke, made.id(), true);
    }

    @Test
    void aShortcutLeadsToOneBlock() {
        TextBlock first = shared("terug", "Geld terug", "Je geld komt terug.");
        refused("text-blocks/shortcut-taken", () -> shared("/Terug ", "Nog een", "Zo."));
        refusedAt("shortcut", "taken", () -> shared("terug", "Nog een", "Zo."));
        blocks.create(mieke, false, new BlockContent(brand, "en", "terug", "English", "So."));
        blocks.create(sanne, true, content("terug", "Van mij", "Zo."));
        refused("text-blocks/shortcut-taken", () -> blocks.create(sanne, true, content("terug", "Ook van mij", "Zo.")));
        blocks.archive(mieke, first.id(), true);
        TextBlock second = shared("terug", "Nieuw", "Zo.");
        refused("text-blocks/shortcut-taken", () -> blocks.archive(mieke, first.id(), false));
        blocks.change(mieke, second.id(), content("terug2", "Nieuw", "Zo."), second.version());
        assertThat(blocks.archive(mieke, first.id(), false).archived()).isFalse();
    }

    @Test
    void ofTwoWhoMakeTheSameShortcutAtOnceOneIsTold() throws Exception {
        List<Throwable> refused = atOnce(() -> shared("dag", "Dag", "Dag."), () -> shared("dag", "Dag hoor", "Dag hoor."));
        assertThat(refused).singleElement().isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code()).isEqualTo("text-blocks/shortcut-taken"));
        assertThat(shortcuts(sanne, "nl")).containsExactly("dag");
    }

    @Test
    void whatAColleagueChangedMeanwhileIsNotOverwritten() {
        TextBlock made = shared("terug", "Geld terug", "Je geld komt terug.");
        blocks.change(mieke, made.id(), content("terug", "Geld terug", "Morgen."), made.version());
        refused("text-blocks/changed", () -> blocks.change(mieke, made.id(), content("terug", "Geld terug", "Gisteren."), made.version()));
        assertThat(blocks.block(mieke, made.id()).words()).isEqualTo("Morgen.");
    }

    @Test
    void anArchivedBlockIsOfferedNowhereAndCanComeBack() {
        TextBlock made = shared("terug", "Geld terug", "Je geld komt terug.");
        blocks.archive(mieke, made.id(), true);
        int version = blocks.archive(mieke, made.id(), true).version();
        assertThat(version).as("harmless when repeated").isEqualTo(made.version() + 1);
        assertThat(shortcuts(sanne, "nl")).isEmpty();
        assertThat(names(sanne, all())).isEmpty();
        assertThat(names(sanne, new Filter(Whose.ALL, true, Optional.empty(), Optional.empty(), null))).containsExactly("Geld terug");
        blocks.archive(mieke, made.id(), false);
        assertThat(shortcuts(sanne, "nl")).containsExactly("terug");
    }

    @Test
    void whatCannotBeUsedIsRefusedByField() {
        refusedAt("words", "required", () -> shared("a", "Leeg", " \u200B "));
        refusedAt("words", "too-long", () -> shared("a", "Lang", "x".repeat(4_001)));
        refusedAt("name", "required", () -> shared("a", " ", "Zo."));
        refusedAt("name", "too-long", () -> shared("a", "x".repeat(81), "Zo."));
        refusedAt("shortcut", "required", () -> shared(" / ", "Leeg", "Zo."));
        refusedAt("language", "unknown", () -> blocks.create(mieke, false, new BlockContent(brand, "fr", "a", "Frans", "Salut.")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"met spatie", "a/b", "😀", "-x"})
    void aShortcutIsTypedInOneGo(String shortcut) {
        refusedAt("shortcut", "shortcut", () -> shared(shortcut, "Naam", "Zo."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{naam}", "{}", "{?}", "{? }", "{customer.name}", "{?een vraag die veel en veel te lang is om te lezen}", "{?⟦x⟧}"})
    void whatIsNotFilledInDoesNotStandBetweenBraces(String placeholder) {
        refusedAt("words", "unknown-placeholder", () -> shared("a", "Naam", "Beste " + placeholder + ", hallo."));
    }

    @Test
    void wordsStayAsTheyWereWrittenWithEmoji() {
        TextBlock made = shared("fijn", "Fijn 😀", "Fijn, {firstName} 🎉\r\n\r\nGroet van {agent}, {brand} {number} {order} {subject} {name} {?hoe laat} ");
        assertThat(made.words()).isEqualTo("Fijn, {firstName} 🎉\n\nGroet van {agent}, {brand} {number} {order} {subject} {name} {?hoe laat}");
        assertThat(made.name()).isEqualTo("Fijn 😀");
    }

    @Test
    void theListIsReadPageByPageAndSearchedInAllItSays() {
        for (String name : List.of("Cees", "anna", "Bert", "bert2")) shared(name, name, "Over " + name);
        Page<TextBlock> first = blocks.list(sanne, all(), null, 2);
        Page<TextBlock> second = blocks.list(sanne, all(), first.next(), 2);
        assertThat(first.items()).extracting(one -> one.name().toLowerCase()).containsExactly("anna", "bert");
        assertThat(second.items()).extracting(one -> one.name().toLowerCase()).containsExactly("bert2", "cees");
        assertThat(second.next()).isNull();
        assertThat(names(sanne, search("OVER A"))).containsExactly("anna");
        assertThat(names(sanne, search("/cees"))).containsExactly("Cees");
        assertThat(names(sanne, search("100%"))).isEmpty();
        assertThat(names(sanne, new Filter(Whose.ALL, false, Optional.of(brand), Optional.of("en"), null))).isEmpty();
        refusedAt("cursor", "invalid", () -> blocks.list(sanne, all(), "nergens", 2));
    }

    @Test
    void peopleOfAPartnerLearnNoNames() {
        TextBlock made = shared("terug", "Geld terug", "Je geld komt terug.");
        Access partner = new Access(UserId.next(), "Kevin", "nl", sanne.rights(), Set.of(), Set.of(brand), Set.of(), Optional.of(PartnerId.next()));
        assertThat(blocks.block(partner, made.id()).changedBy()).isNull();
        assertThat(blocks.create(partner, true, content("bel", "Bel", "Bel.")).changedBy()).isEqualTo("Kevin");
    }

    private TextBlock shared(String shortcut, String name, String words) {
        return blocks.create(mieke, false, content(shortcut, name, words));
    }

    private BlockContent content(String shortcut, String name, String words) {
        return new BlockContent(brand, "nl", shortcut, name, words);
    }

    private List<String> shortcuts(Access access, String language) {
        return blocks.fitting(access, brand, language).stream().map(FittingBlock::shortcut).toList();
    }

    private List<String> names(Access access, Filter filter) {
        return blocks.list(access, filter, null, 50).items().stream().map(TextBlock::name).toList();
    }

    private static Filter all() {
        return search(null);
    }

    private static Filter search(@Nullable String words) {
        return new Filter(Whose.ALL, false, Optional.empty(), Optional.empty(), words);
    }

    private BrandId aBrand() {
        return organisation.createBrand(Accesses.administrator(),
                new BrandDraft("k" + UUID.randomUUID().toString().substring(0, 12), "Merk", "#c2410c", "nl", "Europe/Amsterdam", false, "Groet", "Regards"));
    }
}
