namespace DataPackage.Engine.Schema.Inference;

/// <summary>English words that no rule of <see cref="Plurals"/> covers.</summary>
internal static partial class Plurals
{
    /// <summary>A singular and its plurals, separated by '/'. The first plural is the usual one.</summary>
    private const string Pairs =
        // Old English.
        "person/people/persons man/men woman/women child/children foot/feet tooth/teeth goose/geese mouse/mice "
        + "louse/lice dormouse/dormice ox/oxen die/dice/dies penny/pence "
        // Other words whose last part is one of these, such as 'human' and 'mongoose', have regular plurals.
        + "grandchild/grandchildren stepchild/stepchildren schoolchild/schoolchildren godchild/godchildren "
        + "brainchild/brainchildren forefoot/forefeet salesperson/salespeople townsperson/townspeople "
        + "spokesperson/spokespeople tradesperson/tradespeople craftsperson/craftspeople passerby/passersby "
        // A last f becomes v.
        + "calf/calves elf/elves half/halves hoof/hooves/hoofs knife/knives leaf/leaves life/lives loaf/loaves "
        + "scarf/scarves self/selves sheaf/sheaves shelf/shelves thief/thieves wharf/wharves wife/wives wolf/wolves "
        + "dwarf/dwarves stave/staves bookshelf/bookshelves penknife/penknives jackknife/jackknives "
        + "housewife/housewives midwife/midwives werewolf/werewolves afterlife/afterlives cloverleaf/cloverleaves "
        + "flyleaf/flyleaves yourself/yourselves themself/themselves oneself/ourselves behalf/behalves "
        // The plural of -sis and -xis looks like that of -se and -xe.
        + "axis/axes crisis/crises thesis/theses oasis/oases emphasis/emphases ellipsis/ellipses nemesis/nemeses "
        + "genesis/geneses catharsis/catharses diagnosis/diagnoses prognosis/prognoses neurosis/neuroses "
        + "psychosis/psychoses synopsis/synopses metamorphosis/metamorphoses symbiosis/symbioses "
        + "thrombosis/thromboses stasis/stases metastasis/metastases hypnosis/hypnoses osmosis/osmoses "
        + "apotheosis/apotheoses meiosis/meioses mitosis/mitoses "
        // Latin and Greek: -ex and -ix, -us, -um, -on, -a.
        + "appendix/appendices/appendixes codex/codices cortex/cortices helix/helices index/indices/indexes "
        + "matrix/matrices/matrixes vertex/vertices/vertexes vortex/vortices apex/apices/apexes cervix/cervices "
        + "directrix/directrices dominatrix/dominatrices simplex/simplices radix/radices calyx/calyces "
        + "larynx/larynges pharynx/pharynges phalanx/phalanges "
        + "abacus/abaci/abacuses alumnus/alumni bacillus/bacilli cactus/cacti/cactuses calculus/calculi "
        + "colossus/colossi esophagus/esophagi focus/foci/focuses fungus/fungi/funguses gladiolus/gladioli "
        + "hippopotamus/hippopotami/hippopotamuses humerus/humeri incubus/incubi locus/loci modulus/moduli "
        + "narcissus/narcissi nucleus/nuclei octopus/octopi/octopuses papyrus/papyri "
        + "radius/radii/radiuses rhombus/rhombi sarcophagus/sarcophagi stimulus/stimuli "
        + "syllabus/syllabi/syllabuses terminus/termini thesaurus/thesauri tumulus/tumuli uterus/uteri "
        + "corpus/corpora genus/genera viscus/viscera "
        + "addendum/addenda aquarium/aquaria/aquariums bacterium/bacteria candelabrum/candelabra "
        + "compendium/compendia consortium/consortia corrigendum/corrigenda cranium/crania "
        + "curriculum/curricula/curriculums desideratum/desiderata dictum/dicta emporium/emporia "
        + "equilibrium/equilibria erratum/errata gymnasium/gymnasia/gymnasiums maximum/maxima "
        + "memorandum/memoranda/memorandums millennium/millennia minimum/minima momentum/momenta "
        + "moratorium/moratoria optimum/optima ovum/ova podium/podia quantum/quanta referendum/referenda/referendums "
        + "sanatorium/sanatoria serum/sera spectrum/spectra stadium/stadia/stadiums stratum/strata "
        + "symposium/symposia vacuum/vacua/vacuums "
        + "automaton/automata criterion/criteria ganglion/ganglia mitochondrion/mitochondria noumenon/noumena "
        + "phenomenon/phenomena polyhedron/polyhedra protozoon/protozoa taxon/taxa tetrahedron/tetrahedra "
        + "schema/schemata/schemas stigma/stigmata/stigmas stoma/stomata "
        + "alga/algae alumna/alumnae amoeba/amoebae antenna/antennae cicada/cicadae/cicadas fauna/faunae "
        + "formula/formulae/formulas hypha/hyphae lacuna/lacunae larva/larvae minutia/minutiae nebula/nebulae "
        + "nova/novae persona/personae/personas pupa/pupae supernova/supernovae vertebra/vertebrae "
        // Other languages.
        + "cherub/cherubim seraph/seraphim kibbutz/kibbutzim paparazzo/paparazzi libretto/libretti virtuoso/virtuosi "
        + "adieu/adieux milieu/milieux "
        // Regular words of -ie, -oe, -o, -che, -sse, -s, -z and -us that a rule takes for others.
        + "movie/movies cookie/cookies zombie/zombies brownie/brownies calorie/calories selfie/selfies "
        + "hoodie/hoodies rookie/rookies genie/genies pixie/pixies collie/collies prairie/prairies sortie/sorties "
        + "smoothie/smoothies newbie/newbies hippie/hippies groupie/groupies goalie/goalies birdie/birdies "
        + "magpie/magpies necktie/neckties foodie/foodies indie/indies junkie/junkies auntie/aunties bookie/bookies "
        + "reverie/reveries menagerie/menageries coterie/coteries boogie/boogies veggie/veggies "
        + "pie/pies tie/ties lie/lies "
        + "talkie/talkies freebie/freebies townie/townies eyrie/eyries "
        + "lingerie/lingeries camaraderie/camaraderies "
        + "shoe/shoes toe/toes foe/foes hoe/hoes canoe/canoes oboe/oboes doe/does floe/floes roe/roes woe/woes "
        + "aloe/aloes sloe/sloes horseshoe/horseshoes snowshoe/snowshoes tiptoe/tiptoes mistletoe/mistletoes "
        + "hero/heroes potato/potatoes tomato/tomatoes echo/echoes torpedo/torpedoes veto/vetoes cargo/cargoes "
        + "mosquito/mosquitoes tornado/tornadoes volcano/volcanoes buffalo/buffaloes domino/dominoes "
        + "embargo/embargoes mango/mangoes/mangos superhero/superheroes "
        + "ache/aches headache/headaches toothache/toothaches heartache/heartaches avalanche/avalanches cache/caches "
        + "niche/niches quiche/quiches creche/creches moustache/moustaches mustache/mustaches psyche/psyches "
        + "cliche/cliches brioche/brioches pastiche/pastiches microfiche/microfiches cartouche/cartouches "
        + "posse/posses impasse/impasses crevasse/crevasses finesse/finesses mousse/mousses lacrosse/lacrosses "
        + "gas/gases/gasses bus/buses/busses quiz/quizzes whiz/whizzes fez/fezzes topaz/topazes "
        + "use/uses abuse/abuses reuse/reuses misuse/misuses excuse/excuses muse/muses fuse/fuses ruse/ruses "
        + "recluse/recluses hypotenuse/hypotenuses pickaxe/pickaxes "
        + "menu/menus submenu/submenus guru/gurus emu/emus gnu/gnus flu/flus tutu/tutus haiku/haikus "
        + "caribou/caribous bayou/bayous thou/thous tofu/tofus cpu/cpus gpu/gpus cu/cus sku/skus isu/isus "
        + "taxi/taxis ski/skis kiwi/kiwis alibi/alibis bikini/bikinis emoji/emojis safari/safaris yeti/yetis "
        + "khaki/khakis api/apis wiki/wikis rabbi/rabbis salami/salamis tsunami/tsunamis ui/uis uri/uris gui/guis "
        + "roti/rotis origami/origamis kanji/kanjis poi/pois roi/rois mini/minis maxi/maxis deli/delis "
        + "corgi/corgis chili/chilis martini/martinis zucchini/zucchinis";

    /// <summary>Singulars that end in s though no rule keeps it. Their plurals end in -es.</summary>
    private const string EndInS =
        "lens alias atlas bias canvas pancreas christmas pajamas texas kansas arkansas madras "
        + "cosmos ethos pathos rhinoceros albatros asbestos thermos chaos "
        + "iris trellis metropolis pelvis mantis ibis portcullis necropolis acropolis tennis penis clitoris "
        + "yes mars biceps triceps quadriceps forceps";

    /// <summary>Words whose plural is the word.</summary>
    private const string Unchanged =
        "series species news data metadata media multimedia means sheep fish deer moose bison swine elk shrimp salmon "
        + "trout cod squid offspring aircraft spacecraft hovercraft watercraft equipment information software "
        + "hardware firmware middleware rice money police cattle headquarters gallows crossroads barracks chassis "
        + "corps rendezvous athletics physics mathematics economics politics ethics analytics genetics linguistics "
        + "electronics robotics gymnastics aerobics acoustics aesthetics dynamics kinetics optics "
        + "phonetics thermodynamics logistics diabetes herpes rabies scabies caries measles mumps rickets innings "
        + "billiards kudos graffiti trivia jeans pants trousers scissors pliers tongs binoculars "
        + "pyjamas alms thanks outskirts clothes goods odds remains proceeds surroundings whereabouts amends annals "
        + "dregs besides always perhaps afterwards towards sometimes whereas overseas kubernetes postgres jenkins "
        + "sos dns tls gps sms aws cms rss css https cors ios macos ddos saas paas iaas dos nfs "
        + "rds ecs eks sqs sns ics vs this his has was hermes hercules socrates "
        + "wales paris athens brussels naples flanders netherlands philippines bahamas maldives seychelles";

    /// <summary>The starts of words in -man whose plural ends in -men; others, such as 'human', take an s.</summary>
    private const string BeforeMan =
        "sales fire police chair crafts fisher business gentle congress sports spokes post work fresh fore horse "
        + "states noble door camera snow gun tribes clergy swords hunts service sea air french english irish dutch "
        + "super mail milk house middle "
        + "council assembly alder aircrew repair watch team handy crew lay oars yes";

    private const string Prepositions = "of in at by for to on from with";
}
