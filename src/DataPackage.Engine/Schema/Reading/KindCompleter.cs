using DataPackage.Engine.Diagnostics;
using DataPackage.Engine.Schema.Model;
using DataPackage.Engine.Schema.Types;
using DataPackage.Engine.Syntax;
using DataPackage.Engine.Text;

namespace DataPackage.Engine.Schema.Reading;

/// <summary>Completes the kinds by their relations: inheritance, ranges, reverses.</summary>
internal sealed class KindCompleter(SchemaDrafts drafts)
{
    /// <summary>Each kind with those that extend it, directly or not, ordered by name.</summary>
    private readonly Dictionary<KindDraft, List<KindDraft>> _heirs = [];

    private readonly Dictionary<KindDraft, Dictionary<string, PropertyDraft>> _named = [];

    public EquatableArray<Kind> Complete()
    {
        CheckArticleKind();
        GuessShapes();
        var types = new TypeNames(drafts);
        types.RejectTwins();
        foreach (var draft in drafts.ByName.Values)
            ResolveExtends(draft);
        foreach (var draft in Circular())
            CutCycles(draft);
        foreach (var draft in drafts.ByName.Values)
            draft.Ancestors = AncestorsOf(draft);
        foreach (var draft in drafts.ByName.Values)
        foreach (var ancestor in draft.Ancestors.Prepend(draft))
            HeirsOf(ancestor).Add(draft);
        new ConfigurationApplier(drafts).Apply();
        foreach (var draft in drafts.ByName.Values)
            ResolveRanges(draft);
        foreach (var draft in drafts.ByName.Values)
            new Inheritance(drafts, draft).Apply();
        foreach (var draft in drafts.ByName.Values)
            AddReverses(draft);
        foreach (var draft in drafts.ByName.Values)
            ResolveLookups(draft);
        types.Check();
        return drafts.ByName.Values.Select(draft => KindBuilder.Build(drafts, draft)).ToEquatableArray();
    }

    private void CheckArticleKind()
    {
        foreach (var extra in drafts.ByName.Values.Where(draft => draft.Shape == KindShape.Article).Skip(1))
            drafts.Diagnostics.Add(
                Rules.InvalidSchema,
                SeedPosition.StartOf(extra.Document.FilePath),
                $"There can be one kind of article, and {extra.Name} is a second one beside "
                    + $"{drafts.ByName.Values.First(draft => draft.Shape == KindShape.Article).Name}"
            );
    }

    /// <summary>Makes a kind that others extend abstract, if its schema lacks the part that would say so.</summary>
    private void GuessShapes()
    {
        foreach (var name in drafts.ByName.Values.SelectMany(draft => draft.Extends))
            if (
                drafts.ByName.TryGetValue(name.Text, out var parent)
                && parent is { IsShapeUnknown: true, Shape: KindShape.Entity, PluralNode: null }
            )
                parent.Shape = KindShape.Abstract;
    }

    private void ResolveExtends(KindDraft draft)
    {
        foreach (var name in draft.Extends)
        {
            if (draft.Parents.Count >= SeedLimits.Extends)
            {
                drafts.ReportLimit(
                    draft.Document.At(name),
                    $"{draft.Name} extends too many kinds",
                    SeedLimits.Extends,
                    "kinds"
                );
                break;
            }

            if (!drafts.ByName.TryGetValue(name.Text, out var parent))
                drafts.ReportUnknownKind(draft.Document, name);
            else if (parent.Shape != KindShape.Abstract || draft.Shape == KindShape.Embedded)
                drafts.Report(
                    Rules.InvalidSchema,
                    draft.Document,
                    name,
                    draft.Shape == KindShape.Embedded
                        ? $"An embedded kind extends nothing, and {draft.Name} is embedded"
                        : $"A kind can extend abstract kinds only, and {name.Text} is not abstract"
                );
            else if (!draft.Parents.Contains(parent))
                draft.Parents.Add(parent);
        }

        draft.IsIncomplete |=
            draft.Parents.Count < draft.Extends.Select(name => name.Text).Distinct(StringComparer.Ordinal).Count();
    }

    private List<KindDraft> HeirsOf(KindDraft draft)
    {
        if (!_heirs.TryGetValue(draft, out var heirs))
            _heirs.Add(draft, heirs = []);
        return heirs;
    }

    /// <summary>The kinds that are in a cycle, or extend one that is, ordered by name. All others are removed one by
    /// one, starting with those that extend nothing.</summary>
    private List<KindDraft> Circular()
    {
        var parents = drafts.ByName.Values.ToDictionary(draft => draft, draft => draft.Parents.Count);
        var children = drafts
            .ByName.Values.SelectMany(draft => draft.Parents.Select(parent => (Parent: parent, Child: draft)))
            .ToLookup(pair => pair.Parent, pair => pair.Child);
        var free = new Queue<KindDraft>(parents.Where(pair => pair.Value == 0).Select(pair => pair.Key));
        while (free.Count > 0)
        {
            var next = free.Dequeue();
            parents.Remove(next);
            foreach (var child in children[next])
                if (--parents[child] == 0)
                    free.Enqueue(child);
        }

        return drafts.ByName.Values.Where(parents.ContainsKey).ToList();
    }

    /// <summary>Reports each cycle of kinds that extend one another once, and cuts it there: C# could not compile it
    /// (CS0529).</summary>
    private void CutCycles(KindDraft draft)
    {
        foreach (var name in draft.Extends)
        {
            if (
                draft.Parents.Find(candidate => candidate.Name == name.Text) is not { } parent
                || (parent != draft && !AncestorsOf(parent).Contains(draft))
            )
                continue;
            drafts.Report(Rules.InvalidSchema, draft.Document, name, $"{draft.Name} extends itself");
            draft.Parents.Remove(parent);
            draft.IsIncomplete = true;
        }
    }

    /// <summary>Breadth first: the nearest are first.</summary>
    private static List<KindDraft> AncestorsOf(KindDraft draft)
    {
        var ancestors = new List<KindDraft>();
        var seen = new HashSet<KindDraft>();
        var queue = new Queue<KindDraft>(draft.Parents);
        while (queue.Count > 0)
        {
            var next = queue.Dequeue();
            if (!seen.Add(next))
                continue;
            ancestors.Add(next);
            foreach (var parent in next.Parents)
                queue.Enqueue(parent);
        }

        return ancestors;
    }

    private void ResolveRanges(KindDraft draft)
    {
        foreach (var property in draft.Properties)
        {
            if (property.Range is null)
                continue;
            if (property.Range.Text.IndexOf('@') > 0)
            {
                ResolveExternal(draft, property);
                continue;
            }

            if (!drafts.ByName.TryGetValue(property.Range.Text, out var range))
            {
                drafts.ReportUnknownKind(draft.Document, property.Range);
                property.Type = PropertyType.Invalid;
                continue;
            }

            property.Type = range.Shape == KindShape.Embedded ? PropertyType.Embedded : PropertyType.Reference;
            CheckRange(draft, property, range);
        }

        foreach (var property in draft.Properties)
        {
            if (property.Range is not null || property.Reverse is null)
                continue;
            drafts.Report(Rules.InvalidSchema, draft.Document, property.Reverse, "Only a reference can have a reverse");
            property.Reverse = null;
        }
    }

    private void CheckRange(KindDraft draft, PropertyDraft property, KindDraft range)
    {
        if (property.Type == PropertyType.Embedded && range == draft)
        {
            drafts.Report(Rules.InvalidSchema, draft.Document, property.Range!, $"{draft.Name} cannot embed itself");
            property.Type = PropertyType.Invalid;
        }

        if (property.Reverse is null || (property.Type != PropertyType.Embedded && draft.Shape != KindShape.Embedded))
            return;
        drafts.Report(
            Rules.InvalidSchema,
            draft.Document,
            property.Reverse,
            "Only a reference from an entity to an entity can have a reverse"
        );
        property.Reverse = null;
    }

    private void ResolveExternal(KindDraft draft, PropertyDraft property)
    {
        // Ranges from datapackage.yaml were checked there.
        if (property.Type != PropertyType.External)
            property.Type = drafts.IsExternal(draft.Document, property.Range!)
                ? PropertyType.External
                : PropertyType.Invalid;
        if (property.Reverse is { } reverse)
        {
            drafts.Report(
                Rules.InvalidSchema,
                draft.Document,
                reverse,
                "The entities of another package cannot list what refers to them here"
            );
            property.Reverse = null;
        }

        if (property.By is not { } by)
            return;
        drafts.Report(
            Rules.InvalidSchema,
            by.Document,
            by.Name,
            "A reference to an entity of another package goes by its id"
        );
        property.By = null;
    }

    private void AddReverses(KindDraft draft)
    {
        foreach (var property in draft.Properties)
        {
            if (property.Reverse is not { } name || property.Type != PropertyType.Reference)
                continue;
            if (!Names.IsPropertyName(name.Text))
                drafts.Report(
                    Rules.InvalidCSharpName,
                    draft.Document,
                    name,
                    name.Shortened,
                    "; a reverse starts with a small letter"
                        + MessageText.DidYouMean(Names.SuggestName(name.Text, startsUpper: false))
                );
            else
                AddReverse(draft, property, name, drafts.ByName[property.Range!.Text]);
        }
    }

    private void AddReverse(KindDraft draft, PropertyDraft property, SeedScalar name, KindDraft range)
    {
        var reverse = new Reverse(
            name.Text,
            property.ReverseDescription ?? $"The {Plural(draft)} whose '{property.Name}' name this one, ordered by id.",
            draft.Name,
            property.Name,
            range.Name
        );
        var member = reverse.CSharpName;
        var clash = HeirsOf(range)
            .Find(kind =>
                kind.Members.Contains(member)
                || Names.IsTakenInEntity(member, kind.Name, kind.Shape == KindShape.Article)
            );
        if (clash is not null)
        {
            drafts.Report(
                Rules.InvalidSchema,
                draft.Document,
                name,
                $"{clash.Name} has a member '{name.Text}' already: choose another name for the reverse of "
                    + $"'{property.Name}'"
            );
            return;
        }

        property.HasReverse = true;
        foreach (var kind in HeirsOf(range))
        {
            kind.Reverses.Add(reverse);
            kind.Members.Add(member);
        }
    }

    /// <summary>Finds the properties that references go by: properties of one kind with texts or whole
    /// numbers.</summary>
    private void ResolveLookups(KindDraft draft)
    {
        foreach (var property in draft.Properties)
        {
            if (property.By is not { } by || property.Type != PropertyType.Reference)
                continue;
            var range = drafts.ByName[property.Range!.Text];
            // The value that is the id of the entities is no property beside it.
            if (range.Seeding.Id?.Key == by.Name.Text && FindNamed(range, by.Name.Text) is null)
                property.By = null;
            else
                property.By = LookupOf(range, by.Name, by.Document) is { } target
                    ? (by.Name with { Text = target.Name }, by.Document)
                    : null;
        }
    }

    /// <summary>The property that a reference goes by; null if the kind has none, which is reported.</summary>
    private PropertyDraft? LookupOf(KindDraft range, SeedScalar name, SeedDocument document)
    {
        var target = FindNamed(range, name.Text);
        if (range.Shape == KindShape.Abstract)
            drafts.Report(
                Rules.InvalidSchema,
                document,
                name,
                $"A reference goes by a property of one kind, and {range.Name} is abstract"
            );
        else if (target is null)
        {
            if (!range.IsIncomplete && !range.Ancestors.Any(ancestor => ancestor.IsIncomplete))
                drafts.Report(
                    Rules.UnknownProperty,
                    document,
                    name,
                    range.Name,
                    name.Shortened,
                    drafts.Diagnostics.DidYouMean(name.Text, range.All.Select(other => other.Property.Name))
                );
        }
        else if (
            target is
            { IsLocalized: false, Layers: [] or [{ IsMap: false }], Type: ScalarType { CanNameEntities: true } }
        )
            return target;
        else if (target.Type != PropertyType.Invalid)
            drafts.Report(
                Rules.InvalidSchema,
                document,
                name,
                $"A reference goes by texts or whole numbers, and '{target.Name}' of {range.Name} has none, or "
                    + "has them in several languages or in a map"
            );
        return null;
    }

    /// <summary>The property that has this name, or this key in seeds.</summary>
    private PropertyDraft? FindNamed(KindDraft draft, string name)
    {
        if (!_named.TryGetValue(draft, out var named))
        {
            _named.Add(draft, named = new Dictionary<string, PropertyDraft>(StringComparer.Ordinal));
            foreach (var (property, _) in draft.All)
            {
                if (!named.ContainsKey(property.Name))
                    named.Add(property.Name, property);
                if (!named.ContainsKey(property.SeedName))
                    named.Add(property.SeedName, property);
            }
        }

        return named.TryGetValue(name, out var found) ? found : null;
    }

    private static string Plural(KindDraft draft) => draft.Shape == KindShape.Abstract ? draft.Name : draft.Plural;
}
