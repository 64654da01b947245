namespace DataPackage.Generator;

/// <summary>The names under which the compiler tracks what each step did; tests of incrementality ask for them.</summary>
internal static class Steps
{
    public const string Seeds = nameof(Seeds);
    public const string Read = nameof(Read);
    public const string Declared = nameof(Declared);
    public const string Shapes = nameof(Shapes);
    public const string Infer = nameof(Infer);
    public const string References = nameof(References);
    public const string Schema = nameof(Schema);
    public const string Bind = nameof(Bind);
    public const string Articles = nameof(Articles);
    public const string Protected = nameof(Protected);
    public const string SearchedEntities = nameof(SearchedEntities);
    public const string SearchedFiles = nameof(SearchedFiles);
    public const string Verify = nameof(Verify);
    public const string Index = nameof(Index);
    public const string Link = nameof(Link);
    public const string Target = nameof(Target);
    public const string Types = nameof(Types);
    public const string Packing = nameof(Packing);
    public const string Package = nameof(Package);
    public const string Groups = nameof(Groups);
    public const string Pack = nameof(Pack);
    public const string IndexParts = nameof(IndexParts);
    public const string WrittenIndexParts = nameof(WrittenIndexParts);
    public const string Indexes = nameof(Indexes);
    public const string Reverses = nameof(Reverses);
    public const string ReverseRows = nameof(ReverseRows);
    public const string Layout = nameof(Layout);
    public const string Data = nameof(Data);
    public const string Fingerprints = nameof(Fingerprints);
    public const string Info = nameof(Info);
    public const string Ids = nameof(Ids);
    public const string Places = nameof(Places);
    public const string PlaceFiles = nameof(PlaceFiles);
}
