using System.Reflection;

namespace DataPackage.Engine.Diagnostics;

/// <summary>Every rule that the engine and its hosts report. An id is never reused.</summary>
/// <remarks>
/// <para>DP0xxx reading · DP1xxx shape and schema · DP2xxx links · DP3xxx citations · DP4xxx ids and names.</para>
/// <para>A rule is configurable if the generated code is right without it. If a build leaves out an entity, a value or
/// a reference of a seed, its rule is not: otherwise a project could lose data silently, or crash on a required value
/// that is absent.</para>
/// </remarks>
internal static class Rules
{
    private const string Reading = "DataPackage.Reading";
    private const string Shape = "DataPackage.Shape";
    private const string Links = "DataPackage.Links";
    private const string Citations = "DataPackage.Citations";
    private const string Names = "DataPackage.Names";

    public static readonly Rule InternalError = Error(
        "DP0001",
        Reading,
        "Unexpected failure in the generator",
        "DataPackage failed while it worked on '{0}': {1}. This is a bug of the generator, not of the seed; please "
            + "report it with this message"
    );

    public static readonly Rule MalformedYaml = Error(
        "DP0002",
        Reading,
        "Malformed YAML",
        "This is not well-formed YAML: {0}"
    );

    public static readonly Rule LimitExceeded = Error(
        "DP0003",
        Reading,
        "A seed exceeds a limit",
        "{0}; the limit is {1}"
    );

    public static readonly Rule ForbiddenCharacter = Error(
        "DP0004",
        Reading,
        "A seed holds a forbidden character",
        "The character {0} ({1}) is not allowed in a seed{2}"
    );

    public static readonly Rule UnsupportedYaml = Error(
        "DP0005",
        Reading,
        "A seed uses an unsupported feature of YAML",
        "{0}"
    );

    public static readonly Rule DuplicateKey = Error(
        "DP0006",
        Reading,
        "A mapping repeats a key",
        "The key '{0}' is repeated here; the first one is at {1}"
    );

    public static readonly Rule UnreadableSeed = Error(
        "DP0007",
        Reading,
        "A seed cannot be read",
        "'{0}' cannot be read as UTF-8 text"
    );

    public static readonly Rule FrontMatter = Error("DP0008", Reading, "An article lacks its metadata", "{0}");

    public static readonly Rule RuntimeMissing = Error(
        "DP0009",
        Reading,
        "DataPackage.Runtime is not referenced",
        "The generated code needs the package DataPackage.Runtime: run 'dotnet add package DataPackage.Runtime'"
    );

    public static readonly Rule LanguageVersion = Error(
        "DP0010",
        Reading,
        "The C# version is too old",
        "The generated code needs C# 12 or later, and this project compiles C# {0}: set <LangVersion> to 12 or "
            + "later, or target .NET 8"
    );

    public static readonly Rule MoreMistakes = Configurable(
        "DP0011",
        Reading,
        "More mistakes than are shown",
        "There are {0} more mistakes from here on: correct those that are shown, and build again"
    );

    public static readonly Rule OutOfMemory = Error(
        "DP0012",
        Reading,
        "The build ran out of memory",
        "DataPackage ran out of memory on this machine. The seeds of one package may have {0} characters and {1} "
            + "values in all, with what aliases repeat: split the package or its largest files, or build with more "
            + "memory"
    );

    public static readonly Rule RepeatsProtectedArticle = Error(
        "DP0020",
        Reading,
        "A seed repeats an article that may not be redistributed",
        "This repeats eight words of the article '{0}', which may not be redistributed: '{1}'; say it in other words"
    );

    /// <summary>Only the build reports this: the generator sees neither files nor links.</summary>
    public static readonly Rule SymbolicLink = Error(
        "DP0021",
        Reading,
        "A symbolic link below the seeds folder",
        BuildMessages.Links
    );

    public static readonly Rule RefusedName = Error(
        "DP0022",
        Reading,
        "A seed with a name that no seed may have",
        BuildMessages.Name
    );

    public static readonly Rule MalformedJson = Error(
        "DP0023",
        Reading,
        "Malformed JSON",
        "This is not well-formed JSON: {0}"
    );

    public static readonly Rule NewerFormat = Error(
        "DP0024",
        Reading,
        "Packages of different formats",
        "{0} the format {1}, and the {2} of this project reads formats up to {3}: update the package {2}"
    );

    public static readonly Rule MalformedTable = Error(
        "DP0025",
        Reading,
        "Malformed table",
        "This table cannot be read: {0}"
    );

    public static readonly Rule TagLeftOut = Say(
        "DP0026",
        Reading,
        RuleSeverity.Info,
        "A tag of another program",
        "The tag '{0}' means something to another program only: its value is read as if it had none, and so are "
            + "those of other such tags in this file"
    );

    public static readonly Rule UnknownKind = Error(
        "DP1001",
        Shape,
        "A seed belongs to no kind",
        "'{0}' belongs to no kind: there is no schema whose plural gives '{1}'{2}"
    );

    public static readonly Rule UnknownProperty = Error(
        "DP1002",
        Shape,
        "Unknown property",
        "{0} has no property '{1}'{2}"
    );

    public static readonly Rule MissingProperty = Error(
        "DP1003",
        Shape,
        "A required property is missing",
        "The {0} '{1}' lacks the required property '{2}'"
    );

    public static readonly Rule WrongType = Error(
        "DP1004",
        Shape,
        "A value has the wrong type",
        "'{0}' takes {1}, but here is {2}"
    );

    public static readonly Rule InvalidNotation = Error(
        "DP1005",
        Shape,
        "A value is not in its notation",
        "'{0}' is not {1}: {2}"
    );

    public static readonly Rule ConstraintViolated = Configurable(
        "DP1006",
        Shape,
        "A value breaks a rule of its schema",
        "'{0}' breaks the schema's rule for '{1}': {2}"
    );

    public static readonly Rule UnknownEnumValue = Error(
        "DP1007",
        Shape,
        "Unknown value of an enumeration",
        "'{0}' is not a value of '{1}'{2}"
    );

    public static readonly Rule NotUnique = Configurable(
        "DP1008",
        Shape,
        "A value that must be unique is not",
        "The value '{0}' of the unique property '{1}' is also at {2}"
    );

    public static readonly Rule InvalidSchema = Error("DP1010", Shape, "Invalid schema", "{0}");

    public static readonly Rule UnknownSchemaKey = Error(
        "DP1011",
        Shape,
        "Unknown key in a schema",
        "{0} has no key '{1}'{2}"
    );

    public static readonly Rule UnknownSchemaName = Error(
        "DP1012",
        Shape,
        "A schema names something unknown",
        "There is no {0} '{1}'{2}"
    );

    public static readonly Rule PatternTooSlow = Configurable(
        "DP1013",
        Shape,
        "A pattern takes too long",
        "The pattern {0} of '{1}' takes too long to tell whether '{2}' matches: write it without repetitions within "
            + "repetitions; no further value of this file was tried"
    );

    public static readonly Rule TimeEndsBeforeStart = Configurable(
        "DP1014",
        Shape,
        "A time ends before it starts",
        "'{0}' is {1}, which is before '{2}', {3}"
    );

    public static readonly Rule AssertionFailed = Configurable(
        "DP1015",
        Shape,
        "An assertion of a schema does not hold",
        "{0} has {1}, and its schema asserts {2}"
    );

    public static readonly Rule ItemsNotFound = Error(
        "DP1040",
        Shape,
        "A seed lacks the place of its entities",
        "'{0}' has no list or mapping at '{1}', where datapackage.yaml says that the {2} are"
    );

    public static readonly Rule ClaimedTwice = Error(
        "DP1041",
        Shape,
        "Two kinds claim one seed",
        "'{0}' is a source of {1} and of {2} by what datapackage.yaml says: it can hold entities of one kind"
    );

    public static readonly Rule WithoutIds = Say(
        "DP1042",
        Shape,
        RuleSeverity.Info,
        "Records without an id",
        "The records of {0} have no 'id': their ids are their numbers in the file, and they have no accessors{1}"
    );

    public static readonly Rule NoAccessor = Say(
        "DP1043",
        Names,
        RuleSeverity.Warning,
        "An entity without an accessor",
        "Nothing in '{0}' can be a C# name, so the {1} has no accessor; give it a 'csharpName'{2}"
    );

    public static readonly Rule UnknownKey = Error(
        "DP1044",
        Links,
        "A reference by a property finds no entity, or several",
        "{0} whose '{1}' is '{2}'{3}"
    );

    public static readonly Rule IgnoredKeys = Say(
        "DP1045",
        Shape,
        RuleSeverity.Info,
        "Keys are left out",
        "These keys of {0} are left out of the package, with everything in them: {1}"
    );

    public static readonly Rule InferredCollision = Say(
        "DP1046",
        Names,
        RuleSeverity.Warning,
        "Several entities of an inferred kind would have the same accessor",
        "'{0}' and '{1}' would both be {2}, so neither has an accessor; the other one is at {4}{3}: "
            + "choose names with 'csharpName' in datapackage.yaml, or pin the schema and give one of them a "
            + "'csharpName'"
    );

    public static readonly Rule TooManyAccessors = Say(
        "DP1047",
        Names,
        RuleSeverity.Warning,
        "Too many entities for accessors",
        "{0} has {1} entities with accessors, and a type can carry {2}: {3} has 'All', 'Get' and 'Find', and no "
            + "accessors; choose some with 'accessors: featured', or say 'accessors: none'"
    );

    public static readonly Rule NameFromId = Say(
        "DP1048",
        Names,
        RuleSeverity.Warning,
        "A record lacks the value that names its accessor",
        "'{0}' has no text at {1}: its accessor is {2}"
    );

    public static readonly Rule UnknownPath = Error(
        "DP1049",
        Shape,
        "A path that no record has",
        "No record of {0} has '{1}'{2}"
    );

    public static readonly Rule InferredKind = Say(
        "DP1050",
        Shape,
        RuleSeverity.Info,
        "A kind was inferred",
        "The kind {0} was inferred from {1}. Run 'dotnet build -t:PinSchemas' to pin it; then a value added later "
            + "cannot change a type"
    );

    public static readonly Rule LeftOver = Say(
        "DP1051",
        Shape,
        RuleSeverity.Info,
        "Files that are not read as data",
        "{0} below the folder of the seeds {1} not read as data: {2}; 'exclude' in datapackage.yaml silences this, "
            + "and a 'source' under 'kinds' makes data of such a file"
    );

    public static readonly Rule TooIrregular = Say(
        "DP1052",
        Shape,
        RuleSeverity.Info,
        "Values too irregular for types",
        "The values at '{0}' of {1} are too irregular for types of their own ({2}): they are read as they are "
            + "written, as AnyValue; 'types' of {1} in datapackage.yaml can say what they are"
    );

    public static readonly Rule NowData = Say(
        "DP1053",
        Shape,
        RuleSeverity.Info,
        "Tables and JSON are read as data",
        "{0} read as data, because no other data are beside: {1}; 'exclude' in datapackage.yaml leaves such files out"
    );

    public static readonly Rule CompetingValues = Error(
        "DP1060",
        Shape,
        "Values compete, and none is preferred",
        "'{0}' has {1} values that compete: write 'rank: preferred' beside the best, or 'rank: deprecated' and why "
            + "beside those that are wrong{2}"
    );

    public static readonly Rule SeveralPreferred = Error(
        "DP1061",
        Shape,
        "Two values are preferred",
        "'{0}' has a preferred value already, at {1}; only one can be"
    );

    public static readonly Rule ClaimWithoutReason = Error(
        "DP1062",
        Shape,
        "A claim lacks its reason",
        "'{0}' needs '{1}', which says {2}"
    );

    public static readonly Rule NoUsableValue = Error(
        "DP1063",
        Shape,
        "No claim for a required property counts",
        "The {0} '{1}' lacks the required property '{2}': what is deprecated, unknown or absent does not count"
    );

    public static readonly Rule ContradictoryClaim = Error(
        "DP1064",
        Shape,
        "A claim contradicts itself",
        "The claim for '{0}' contradicts itself: {1}"
    );

    public static readonly Rule UnknownReference = Error(
        "DP2001",
        Links,
        "Unknown reference",
        "There is no {0} with the id '{1}'{2}"
    );

    public static readonly Rule WrongReferenceKind = Error(
        "DP2002",
        Links,
        "A reference to the wrong kind",
        "'{0}' is {1}, but '{2}' takes {3}"
    );

    public static readonly Rule AmbiguousReference = Error(
        "DP2003",
        Links,
        "Ambiguous reference",
        "'{0}' may be {1}: write the kind before the id, as in '{2}'"
    );

    public static readonly Rule MentionNotFound = Configurable(
        "DP2015",
        Links,
        "A declared mention is not in the text",
        "The article '{0}' does not mention the {1} '{2}': {3}"
    );

    public static readonly Rule PackageNotReferenced = Error(
        "DP2020",
        Links,
        "A package that is not referenced",
        "The project references no data package with the namespace '{0}'{1}; add it: dotnet add package, or dotnet "
            + "add reference"
    );

    public static readonly Rule QuoteNotFound = Configurable(
        "DP3001",
        Citations,
        "Quote not found",
        "The article '{0}' does not contain this quote, which is cited for {1}{2}"
    );

    public static readonly Rule QuoteAmbiguous = Configurable(
        "DP3002",
        Citations,
        "Ambiguous quote",
        "The article '{0}' contains this quote {1} times, in {2}: add the text before it as 'prefix' or the text "
            + "after it as 'suffix'"
    );

    public static readonly Rule UnknownArticle = Configurable(
        "DP3003",
        Citations,
        "Unknown article",
        "There is no article with the id '{0}'{1}"
    );

    public static readonly Rule ArticleWithoutText = Configurable(
        "DP3004",
        Citations,
        "A quote cannot be verified",
        "The article '{0}' has no text here, so this quote cannot be verified"
    );

    public static readonly Rule Uncited = Configurable(
        "DP3005",
        Citations,
        "An entity without a citation",
        "The {0} '{1}' has no citation, and datapackage.yaml asks for one ('citations: {2}')"
    );

    public static readonly Rule UncitedValue = Configurable(
        "DP3006",
        Citations,
        "A value without a citation",
        "The value of '{0}' has no citation, and datapackage.yaml asks for one ('citations: property'): name '{1}' "
            + "in the 'for' of a citation, or cite it here with 'cite'"
    );

    public static readonly Rule QuotePunctuation = Configurable(
        "DP3007",
        Citations,
        "A quote with other punctuation",
        "The article '{0}' contains this quote, which is cited for {1}, with other punctuation only: in line {2} it "
            + "has '{3}'"
    );

    public static readonly Rule StaleArticle = Configurable(
        "DP3008",
        Citations,
        "An article is not the text that was pinned",
        "The text of the article '{0}' has changed since it was pinned: its SHA-256 is now {1}. Check what is cited "
            + "from it, then pin the new text: {2}"
    );

    public static readonly Rule QuoteTooLong = Configurable(
        "DP3009",
        Citations,
        "A quote is too long",
        "This text has {0} characters, and a quote, its prefix and its suffix may each have {1} ('maxQuoteLength' in "
            + "datapackage.yaml): quote the words that support the value"
    );

    public static readonly Rule LeakOfProtectedArticle = Error(
        "DP3010",
        Citations,
        "What is generated repeats an article that may not be redistributed",
        "What is generated of {0} repeats eight words of the article '{1}', which may not be redistributed, though "
            + "no seed alone does: '{2}'; reword one of the values that are beside each other there"
    );

    public static readonly Rule DuplicateId = Error(
        "DP4001",
        Names,
        "Duplicate id",
        "The {0} '{1}' is declared twice; the other one is at {2}"
    );

    public static readonly Rule InvalidId = Error(
        "DP4002",
        Names,
        "Invalid id",
        "'{0}' is not an id: use at most 128 lower-case ASCII letters, digits and single hyphens{1}"
    );

    public static readonly Rule AccessorCollision = Configurable(
        "DP4003",
        Names,
        "Two entities have the same accessor",
        "'{0}' and '{1}' would both be {2}; the other one is at {3}: rename one, or give it a 'csharpName'"
    );

    public static readonly Rule InvalidCSharpName = Error(
        "DP4004",
        Names,
        "Not a C# name",
        "'{0}' cannot be a C# name: use a letter, then letters and digits, 64 in all at most{1}"
    );

    public static readonly Rule PublishedIdIsGone = Error(
        "DP4010",
        Names,
        "A published id is gone",
        "'{0}' was published in {1} and is gone: put its id into 'formerIds' of what it became, or retire it in "
            + "releases/retired.yaml"
    );

    public static readonly Rule RetiredIdIsUsed = Error(
        "DP4011",
        Names,
        "A retired id is used again",
        "'{0}' was given up in {1} and is used again: whoever stored it would find another entity; choose another id"
    );

    public static readonly Rule VersionTooLow = Error(
        "DP4012",
        Names,
        "The version promises more than the package keeps",
        "What changed since {0} needs at least version {1}, and the version is {2}: {3}"
    );

    public static readonly Rule InvalidReleaseFile = Error("DP4013", Names, "A file about releases is wrong", "{0}");

    /// <summary>All rules by id.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        .. typeof(Rules)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => field.GetValue(null))
            .OfType<Rule>()
            .OrderBy(rule => rule.Id, StringComparer.Ordinal),
    ];

    private static Dictionary<string, Rule> ById { get; } = All.ToDictionary(rule => rule.Id, StringComparer.Ordinal);

    /// <exception cref="KeyNotFoundException">No rule has this id.</exception>
    public static Rule Of(string id) => ById[id];

    private static Rule Say(string id, string category, RuleSeverity severity, string title, string message) =>
        new(id, category, severity, title, message, isConfigurable: true);

    private static Rule Error(string id, string category, string title, string message) =>
        new(id, category, RuleSeverity.Error, title, message, isConfigurable: false);

    private static Rule Configurable(string id, string category, string title, string message) =>
        new(id, category, RuleSeverity.Error, title, message, isConfigurable: true);
}
