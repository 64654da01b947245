namespace DataPackage.Bench.Peers;

/// <summary>One way to have the data in a program. Implemented by structs, so that the compiler makes a harness of its
/// own for each and the calls that are measured are direct.</summary>
internal interface IPeer
{
    /// <summary>The birth date of the person that <c>SampleAccessor</c> names, where the data are members of a
    /// class.</summary>
    static virtual string BirthDateByAccessor() => throw new NotSupportedException();

    static abstract string BirthDateById(string id);

    /// <summary>The same, asked of the person's type, where that is another way than the class of the
    /// accessors.</summary>
    static virtual string BirthDateOfType(string id) => throw new NotSupportedException();

    static virtual string BirthDateByAlias(string alias) => throw new NotSupportedException();

    /// <summary>Gives the names of all persons and events in both languages to the sink.</summary>
    static abstract void ReadNames<TSink>(ref TSink sink)
        where TSink : struct, ITextSink;

    static abstract void ReadBirthDates<TSink>(ref TSink sink)
        where TSink : struct, ITextSink;

    /// <summary>How many events there are from the first day to the last, both included.</summary>
    static abstract int CountEvents(DateOnly first, DateOnly last);
}

internal interface ITextSink
{
    void Add(string text);
}

/// <summary>Touches each text and no more.</summary>
internal struct LengthSink : ITextSink
{
    public long Length { get; private set; }

    public void Add(string text) => Length += text.Length;
}

/// <summary>The sum of the texts' FNV-1a hashes: the same in whatever order they come.</summary>
internal struct HashSink : ITextSink
{
    public ulong Sum { get; private set; }

    public void Add(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in text)
            hash = (hash ^ c) * 1099511628211UL;
        Sum += hash;
    }
}
