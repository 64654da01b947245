using DataPackage.Engine.Schema.Inference;
using Humanizer;

namespace DataPackage.Generator.Tests.Schema;

/// <summary>The singulars that names of inferred kinds are, and the plurals that names of catalogs are.</summary>
public class PluralsTests
{
    /// <summary>A plural and its singular, or a word that is both.</summary>
    private const string Words = """
        languages/language countries/country boxes/box cities/city days/day keys/key boys/boy guys/guy cars/car
        books/book dogs/dog planets/planet images/image events/event persons/person ships/ship rivers/river
        companies/company categories/category properties/property entities/entity currencies/currency
        dependencies/dependency policies/policy queries/query stories/story libraries/library batteries/battery
        skies/sky flies/fly spies/spy tries/try toys/toy journeys/journey valleys/valley surveys/survey
        movies/movie cookies/cookie ties/tie pies/pie zombies/zombie lies/lie calories/calorie selfies/selfie
        brownies/brownie rookies/rookie magpies/magpie prairies/prairie genies/genie hoodies/hoodie pixies/pixie
        sorties/sortie smoothies/smoothie newbies/newbie dies/die freebies/freebie veggies/veggie
        knives/knife wolves/wolf leaves/leaf loaves/loaf thieves/thief wives/wife lives/life halves/half calves/calf
        shelves/shelf elves/elf scarves/scarf hooves/hoof selves/self wharves/wharf sheaves/sheaf dwarves/dwarf
        bookshelves/bookshelf housewives/housewife midwives/midwife werewolves/werewolf penknives/penknife
        caves/cave waves/wave valves/valve nerves/nerve olives/olive archives/archive gloves/glove curves/curve
        sleeves/sleeve drives/drive detectives/detective graves/grave perspectives/perspective hives/hive
        roofs/roof chiefs/chief beliefs/belief proofs/proof cliffs/cliff staffs/staff gulfs/gulf reefs/reef
        heroes/hero potatoes/potato tomatoes/tomato echoes/echo torpedoes/torpedo vetoes/veto mosquitoes/mosquito
        tornadoes/tornado volcanoes/volcano cargoes/cargo buffaloes/buffalo embargoes/embargo mangoes/mango
        shoes/shoe toes/toe foes/foe canoes/canoe oboes/oboe floes/floe horseshoes/horseshoe hoes/hoe woes/woe
        photos/photo pianos/piano videos/video logos/logo radios/radio zoos/zoo casinos/casino memos/memo studios/studio
        scenarios/scenario portfolios/portfolio kilos/kilo avocados/avocado repos/repo todos/todo
        buses/bus gases/gas lenses/lens aliases/alias statuses/status biases/bias canvases/canvas atlases/atlas
        viruses/virus bonuses/bonus campuses/campus censuses/census choruses/chorus circuses/circus geniuses/genius
        octopuses/octopus walruses/walrus hiatuses/hiatus irises/iris trellises/trellis surpluses/surplus
        nexuses/nexus menus/menu gurus/guru emus/emu flus/flu
        taxis/taxi skis/ski kiwis/kiwi emojis/emoji apis/api wikis/wiki safaris/safari tsunamis/tsunami alibis/alibi
        causes/cause clauses/clause houses/house warehouses/warehouse uses/use spouses/spouse blouses/blouse
        pauses/pause excuses/excuse fuses/fuse muses/muse nurses/nurse courses/course horses/horse verses/verse
        universes/universe purses/purse licenses/license responses/response expenses/expense senses/sense
        databases/database releases/release phases/phase cases/case phrases/phrase diseases/disease vases/vase
        purchases/purchase exercises/exercise enterprises/enterprise noises/noise roses/rose noses/nose
        purposes/purpose doses/dose cheeses/cheese collapses/collapse glimpses/glimpse eclipses/eclipse
        classes/class glasses/glass addresses/address businesses/business processes/process bosses/boss
        actresses/actress losses/loss compasses/compass witnesses/witness masses/mass posses/posse
        impasses/impasse
        analyses/analysis crises/crisis theses/thesis hypotheses/hypothesis parentheses/parenthesis
        syntheses/synthesis diagnoses/diagnosis oases/oasis ellipses/ellipsis axes/axis synopses/synopsis
        neuroses/neurosis emphases/emphasis paralyses/paralysis metastases/metastasis nemeses/nemesis
        churches/church matches/match branches/branch patches/patch beaches/beach coaches/coach watches/watch
        caches/cache headaches/headache avalanches/avalanche niches/niche moustaches/moustache
        epochs/epoch stomachs/stomach monarchs/monarch dishes/dish bushes/bush brushes/brush hashes/hash
        taxes/tax indexes/index foxes/fox complexes/complex suffixes/suffix prefixes/prefix reflexes/reflex
        pickaxes/pickaxe
        quizzes/quiz prizes/prize sizes/size mazes/maze breezes/breeze bronzes/bronze gazes/gaze blazes/blaze
        buzzes/buzz blitzes/blitz waltzes/waltz topazes/topaz
        matrices/matrix indices/index vertices/vertex appendices/appendix codices/codex vortices/vortex
        helices/helix cortices/cortex apices/apex services/service prices/price offices/office devices/device
        invoices/invoice resources/resource places/place races/race interfaces/interface sources/source
        alumni/alumnus fungi/fungus cacti/cactus nuclei/nucleus radii/radius stimuli/stimulus foci/focus loci/locus
        syllabi/syllabus bacilli/bacillus
        phenomena/phenomenon criteria/criterion corpora/corpus genera/genus bacteria/bacterium
        curricula/curriculum errata/erratum memoranda/memorandum strata/stratum spectra/spectrum
        millennia/millennium symposia/symposium aquaria/aquarium stadia/stadium ova/ovum quanta/quantum
        referenda/referendum automata/automaton schemata/schema stigmata/stigma mitochondria/mitochondrion
        taxa/taxon maxima/maximum minima/minimum consortia/consortium addenda/addendum polyhedra/polyhedron
        larvae/larva algae/alga antennae/antenna formulae/formula vertebrae/vertebra nebulae/nebula
        supernovae/supernova personae/persona
        bureaux/bureau plateaux/plateau tableaux/tableau chateaux/chateau cherubim/cherub
        people/person men/man women/woman children/child feet/foot teeth/tooth mice/mouse geese/goose lice/louse
        oxen/ox dice/die salesmen/salesman firemen/fireman policemen/policeman chairmen/chairman
        craftsmen/craftsman businesswomen/businesswoman grandchildren/grandchild salespeople/salesperson
        humans/human germans/german romans/roman shamans/shaman
        series/series species/species news/news data/data media/media sheep/sheep fish/fish deer/deer moose/moose
        aircraft/aircraft equipment/equipment information/information software/software money/money police/police
        chassis/chassis corps/corps headquarters/headquarters mathematics/mathematics physics/physics
        economics/economics offspring/offspring crossroads/crossroads means/means metadata/metadata
        lens/lens gas/gas bus/bus status/status alias/alias canvas/canvas atlas/atlas chaos/chaos cosmos/cosmos
        analysis/analysis basis/basis axis/axis thesis/thesis virus/virus campus/campus bias/bias iris/iris
        class/class address/address process/process access/access progress/progress business/business
        tennis/tennis christmas/christmas asbestos/asbestos rhinoceros/rhinoceros census/census
        specimen/specimen omen/omen agenda/agenda opera/opera schema/schema camera/camera pizza/pizza
        dns/dns https/https cors/cors kubernetes/kubernetes
        topics/topic comics/comic metrics/metric clinics/clinic graphics/graphic
        urls/url ids/id pdfs/pdf dvds/dvd gifs/gif
        """;

    private static readonly (string Plural, string Singular)[] Pairs =
    [
        .. Words
            .Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Trim().Split('/'))
            .Select(word => (word[0], word[1])),
    ];

    [Fact]
    public void The_singular_of_an_English_plural_is_the_word_of_the_dictionary()
    {
        Assert.InRange(Pairs.Length, 300, int.MaxValue);
        Assert.Equal(Pairs.Select(pair => pair.Singular), Pairs.Select(pair => Plurals.SingularOf(pair.Plural)));
    }

    [Fact]
    public void A_singular_is_its_own_singular() =>
        Assert.All(Pairs, pair => Assert.Equal(pair.Singular, Plurals.SingularOf(pair.Singular)));

    [Fact]
    public void A_plural_that_is_made_leads_back_to_its_singular() =>
        Assert.All(
            Pairs.Where(pair => pair.Singular != "basis"),
            pair => Assert.Equal(pair.Singular, Plurals.SingularOf(Plurals.PluralOf(pair.Singular)))
        );

    /// <summary>Where the words of Humanizer are not those of a dictionary, they are listed here.</summary>
    [Fact]
    public void Another_library_finds_the_same_singulars_except_those_that_it_lacks() =>
        Assert.Equal(
            string.Join(' ', NotInHumanizer.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)),
            string.Join(
                ' ',
                Pairs
                    .Where(pair => pair.Plural.Singularize(inputIsKnownToBePlural: false) != pair.Singular)
                    .Select(pair => pair.Plural)
            )
        );

    private const string NotInHumanizer = """
        pies lies calories selfies brownies magpies prairies genies hoodies pixies sorties newbies dies
        freebies veggies sheaves caves valves nerves olives curves sleeves drives graves canoes oboes floes
        gases lenses canvases atlases bonuses censuses choruses circuses geniuses octopuses hiatuses
        surpluses nexuses taxis posses impasses metastases nemeses headaches avalanches niches moustaches
        taxes pickaxes topazes codices vortices helices cortices apices loci bacilli corpora genera spectra
        ova automata schemata stigmata mitochondria taxa maxima minima polyhedra antennae formulae nebulae
        supernovae personae bureaux plateaux tableaux chateaux cherubim data media chassis headquarters
        mathematics physics economics crossroads lens gas canvas atlas chaos cosmos tennis christmas
        asbestos rhinoceros census specimen omen agenda dns https cors kubernetes
        """;

    [Theory]
    [InlineData("Country", "Countries")]
    [InlineData("Day", "Days")]
    [InlineData("Box", "Boxes")]
    [InlineData("Status", "Statuses")]
    [InlineData("Church", "Churches")]
    [InlineData("Analysis", "Analyses")]
    [InlineData("Hero", "Heroes")]
    [InlineData("Photo", "Photos")]
    [InlineData("Knife", "Knives")]
    [InlineData("Cliff", "Cliffs")]
    [InlineData("Saleswoman", "Saleswomen")]
    [InlineData("Human", "Humans")]
    [InlineData("Quiz", "Quizzes")]
    [InlineData("SportsClub", "SportsClubs")]
    [InlineData("PointOfInterest", "PointsOfInterest")]
    [InlineData("URL", "URLs")]
    [InlineData("Series", "Series")]
    [InlineData("Café", "Cafés")]
    public void A_catalog_has_the_plural_of_its_kind(string kind, string catalog) =>
        Assert.Equal(catalog, Plurals.PluralOf(kind));

    [Theory]
    [InlineData("sports-clubs", "sports-club")]
    [InlineData("sportsClubs", "sportsClub")]
    [InlineData("SportsClubs", "SportsClub")]
    [InlineData("GlassLenses", "GlassLens")]
    [InlineData("MenAtArms", "ManAtArms")]
    [InlineData("PointsOfInterest", "PointOfInterest")]
    [InlineData("points-of-interest", "point-of-interest")]
    [InlineData("SignInLogs", "SignInLog")]
    [InlineData("COUNTRIES", "COUNTRY")]
    [InlineData("MEN", "MAN")]
    [InlineData("URLs", "URL")]
    [InlineData("APIKeys", "APIKey")]
    [InlineData("DNS", "DNS")]
    [InlineData("Movies", "Movie")]
    public void In_a_compound_the_noun_changes(string plural, string singular) =>
        Assert.Equal(singular, Plurals.SingularOf(plural));

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("is")]
    [InlineData("Größen")]
    [InlineData("Firmen")]
    [InlineData("Länder")]
    [InlineData("日本")]
    [InlineData("страны")]
    [InlineData("1990s")]
    [InlineData("-")]
    public void Words_that_look_like_no_plural_are_unchanged(string word) =>
        Assert.Equal(word, Plurals.SingularOf(word));

    [Theory]
    [InlineData("cafés", "café")]
    [InlineData("catégories", "catégorie")]
    [InlineData("foobars", "foobar")]
    [InlineData("campos", "campo")]
    public void Unknown_words_lose_an_s(string plural, string singular) =>
        Assert.Equal(singular, Plurals.SingularOf(plural));
}
