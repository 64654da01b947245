namespace DataPackage.Bench.Peers;

/// <summary>One way to have the data in a program. Implemented by structs, so the compiler makes a separate harness for
/// each, and the measured calls are direct.</summary>
internal interface IPeer
{
    /// <summary>The birth date of the person in <c>SampleAccessor</c>, if the peer has accessors.</summary>
    static virtual string BirthDateByAccessor() => throw new NotSupportedException();

    static abstract string BirthDateById(string id);

    /// <summary>The same through the person's type, if this differs from the class of the accessors.</summary>
    static virtual string BirthDateOfType(string id) => throw new NotSupportedException();

    static virtual string BirthDateByAlias(string alias) => throw new NotSupportedException();

    /// <summary>Passes the names of all persons and events in both languages to the sink.</summary>
    static abstract void ReadNames<TSink>(ref TSink sink)
        where TSink : struct, ITextSink;

    static abstract void ReadBirthDates<TSink>(ref TSink sink)
        where TSink : struct, ITextSink;

    /// <summary>The number of events from the first day to the last, both included.</summary>
    static abstract int CountEvents(DateOnly first, DateOnly last);
}

internal interface ITextSink
{
    void Add(string text);
}

/// <summary>Reads only the length of each text.</summary>
internal struct LengthSink : ITextSink
{
    public long Length { get; private set; }

    public void Add(string text) => Length += text.Length;
}

/// <summary>The sum of the texts' FNV-1a hashes, which does not depend on their order.</summary>
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
