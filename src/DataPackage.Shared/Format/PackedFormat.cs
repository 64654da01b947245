namespace DataPackage.Shared.Format;

/// <summary>The layout of the packed entities of one kind. The engine writes it (EntityPacker, PackedRowWriter,
/// PackedIndexWriter, PlacePacker, TableLayout, TextWindow), the runtime reads it (PackedTable, PackedRow, PackedValue,
/// PackedText); this file is compiled into both.</summary>
/// <remarks>
/// <para>
/// The bytes are UTF-8 string literals of C#. The operating system maps them with the assembly, so they cost no
/// start-up time. Every byte of a number is therefore a printable ASCII character: a <b>digit</b> is six bits, written
/// as the character '0' + value ('0' to 'o').
/// </para>
/// <para><b>text</b>: plain UTF-8; or, if that is shorter, <see cref="Tilde"/>, a window (fixed number of
/// <see cref="WindowDigits"/>) and UTF-8 in which the bytes from <see cref="WindowStart"/> on below <see cref="Tilde"/>
/// are the letters of another script: the first is the UTF-16 unit that is the window shifted left by
/// <see cref="WindowShift"/>, and so on. After a <see cref="Tilde"/> in such a text, the next byte is itself. So a
/// letter of Cyrillic is one byte, and one character of a literal instead of the six of <c>\u0430</c>. A text that
/// starts with a tilde always has a window.</para>
/// <para><b>fixed number</b>: a known count of digits, the least significant first.</para>
/// <para><b>number</b>: one or more digits, the least significant first, each with five bits of it; the sixth bit (32)
/// means that another follows.</para>
/// <para><b>signed number</b>: a number, zigzag-encoded (0, -1, 1, -2 … as 0, 1, 2, 3 …).</para>
/// <para><b>chunk</b>: one literal. A table numbers its chunks from 0: first its areas of rows, then its indexes, then
/// its timeline.</para>
/// <para>
/// <b>area of rows</b>: one row for each entity, ordered by id; a power of two of them to a chunk, so an edited entity
/// changes one chunk. A chunk starts with the offset of each of its rows (fixed numbers of <see cref="OffsetDigits"/>).
/// A table has four areas, by how often they are read: the <b>values</b> (id, then properties in the order of the
/// schema), the <b>details</b> (long properties, which are read of one entity at a time, in the order of the schema),
/// the <b>sources</b> (citations, an article's text and its hash, claims), and the <b>reverses</b> (in the order of the
/// schema). An area in which no entity has a value has no chunk.
/// </para>
/// <para><b>row</b>: first the bits of the fields that are present: digits with five bits each, from field 0 on; the
/// sixth bit means that another follows. Then the number of digits of an offset (digit; <see cref="ShortOffsetDigits"/>
/// or <see cref="OffsetDigits"/>), for each present field the offset of its end from the end of these offsets (fixed
/// number), and the bytes of the fields. A row without fields ends after the first digit.</para>
/// <para>
/// <b>index</b>: a power of two of chunks, each a hash table of its own with open addressing and linear probing: the
/// high bits of a key's hash (KeyHash) select the chunk, the low bits the slot at which its search starts. A chunk
/// starts with <see cref="IndexHeader"/> bytes: how many bits select a slot (digit; <see cref="SlotBits"/> are its
/// bits), then blanks. If a search would pass more than <see cref="LongestSearch"/> slots, the digit has
/// <see cref="HasSeed"/> too, and a seed (fixed number of <see cref="SeedDigits"/>) replaces the blanks: then the hash
/// of a key with that seed selects the slot, and makes the tag. A slot has <see cref="SlotLength"/> bytes: the tag,
/// four digits that are the bits of <see cref="TagMask"/> in the hash shifted right by <see cref="TagShift"/>, the
/// offset of the key's entry in the chunk and the row (four digits each); an unused slot has blanks for a tag. An
/// <b>entry</b> is the key's length (number) and bytes. If several rows have the key, the row is
/// <see cref="ManyRows"/>, and the key is followed by the count (number) and the rows (numbers), ascending. The index
/// of names has folded names. If several rows with different spellings have one, it also has those spellings
/// (NameKeys), which start with a control character.
/// </para>
/// <para>
/// <b>timeline</b>: the entities that have a time, ordered by first day, then by row; <see cref="MomentsPerChunk"/> to
/// a chunk. Each has six fixed numbers of four digits: the first possible day, the last possible day, the latest of the
/// last possible days up to here, the row, the day by which it has started, the day until which it lasts at least. Day
/// 1 is 0001-01-01; 0 is the beginning and <see cref="EndOfTime"/> the end of time, for days that are open, unknown, or
/// outside the years 1 to 9999. <see cref="AskTheDate"/> instead of the day by which it has started means that the time
/// is all days of a set, which the entity's own date tells.
/// </para>
/// <para>
/// <b>places</b>: where each entity is written, ordered by id, <see cref="PlacesPerChunk"/> to a literal of its own,
/// since a moved line changes only these. The number of digits of a file (digit) and of a line (digit), then the length
/// (number) of the list of files. Each file has the length (number) and text before the id of the entity, then the same
/// for the text after the id, which is empty in a file of many entities. Then, for each entity, the index of its file
/// in this list and its line (fixed numbers). With one file, its index has no digits; if all entities are on line 1,
/// the line has none.
/// </para>
/// <para>
/// <b>fields</b>: text, Markdown, address, language, identifier: a text · localized text: the index of its languages in
/// the table's list of sets of languages (number), then for each language the length of its text in bytes (number),
/// then the texts · integer, decimal: decimal text · boolean, enum: number · date: the notation (digit; EdtfNotation).
/// If the text follows from the days: the first day, and the last day too for a month or a year (four digits each,
/// counted from 0001-01-01); else flags (number; 1: has an earliest day, 2: has a latest day, the rest: EdtfFlags
/// shifted left by 2), these days (signed numbers), canonical text · money: three letters of currency, decimal text ·
/// reference: row (number) · reference through an abstract kind: the kind's index in the package (number), row (number)
/// · embedded: a row · list: the count (number), then the items, each after its length (number) · list of references:
/// the count (number), then the references; if the list or an item may be null, it is an ordinary list · map: the count
/// (number), then for each entry the key (text) and the value, each after its length (number) · item or value that may
/// be null: no bytes if it is null, else the digit <see cref="NotNull"/> and the value. Nested lists and maps are items
/// of the outer one. An absent field means an empty list or map, unless the list or map may be null: then it means
/// null, and an empty one is the number 0 · value without a type: its form (digit: <see cref="UntypedPlain"/> or
/// <see cref="UntypedQuoted"/> text, <see cref="UntypedList"/>, <see cref="UntypedMap"/>), then the text, or the list
/// or map of such values, in which null has no bytes · citation: a row whose fields are the article (as a reference
/// through an abstract kind), quote, the paths that it supports (list of text, such as <c>positions[0].title</c>),
/// paragraph, start, end (numbers) · claim: a row whose fields are the index of the property in its kind (number), the
/// path (text), the value as an item of a list, what is said (number: two bits each of state, rank and basis), the
/// reason and the note (texts), who says so (a reference through an abstract kind, or a text), when (date).
/// </para>
/// </remarks>
internal static class PackedFormat
{
    /// <summary>The number of this format, which each table states. A change of the meaning of bytes, here or in their
    /// readers (KeyHash, NameFolding, EdtfNotation …), takes the next number, and earlier formats stay readable:
    /// docs/decisions.md, "What a change of the format demands".</summary>
    /// <remarks>Format 1 has no claims, and only the first four numbers of each moment of a timeline.</remarks>
    public const int Version = 2;

    /// <summary>The name of the resource that holds the bytes of a large package.</summary>
    public const string Resource = "DataPackage.Data";

    /// <summary>The bytes of each entry in a directory of the resource.</summary>
    public const int DirectoryEntry = 8;

    /// <summary>The character of the digit 0.</summary>
    public const byte Zero = (byte)'0';

    public const byte Blank = (byte)' ';

    /// <summary>The digit before an item that could be null but is not.</summary>
    public const int NotNull = 1;

    /// <summary>The first digit of a value without a type.</summary>
    public const int UntypedPlain = 0;
    public const int UntypedQuoted = 1;
    public const int UntypedList = 2;
    public const int UntypedMap = 3;

    /// <summary>The deepest nesting of lists and maps in a value without a type, as in a seed.</summary>
    public const int UntypedDepth = 64;

    /// <summary>The bit in a number's digit that means that another follows.</summary>
    public const int More = 32;

    public const int BitsPerDigit = 5;

    /// <summary>The bits of a fixed number in each digit.</summary>
    public const int BitsPerFixedDigit = 6;

    /// <summary>At the start of a text, announces a window. Within such a text, the next byte is itself.</summary>
    public const byte Tilde = (byte)'~';

    /// <summary>The first byte that is a letter of a window; blanks, digits and most punctuation are below.</summary>
    public const byte WindowStart = (byte)'<';

    /// <summary>The number of letters of a window: from А to ё, if it opens at А.</summary>
    public const int WindowLength = Tilde - WindowStart;

    public const int WindowDigits = 2;

    public const int WindowShift = 4;

    public const int OffsetDigits = 5;

    /// <summary>The digits of offsets in a row of less than 4,096 bytes, as nearly all are.</summary>
    public const int ShortOffsetDigits = 2;

    public const int IndexHeader = 8;

    /// <summary>The bits of an index's first digit that tell how many bits select a slot.</summary>
    public const int SlotBits = 31;

    /// <summary>The bit of that digit that means that the index has a seed.</summary>
    public const int HasSeed = 32;

    /// <summary>The offset of the seed's digits in the header.</summary>
    public const int IndexSeed = 1;

    public const int SeedDigits = IndexHeader - IndexSeed;

    /// <summary>The most slots that a search passes, for any keys. Keys that were not chosen by their hashes need
    /// fewer: with a hundred thousand, one of a thousand packages has a longer run.</summary>
    public const int LongestSearch = 256;

    /// <summary>The digits of a row in an index or a timeline, of a day, and of the offset of an entry.</summary>
    public const int RowDigits = 4;

    public const int SlotLength = 3 * RowDigits;

    /// <summary>The first bit of a hash that is in the tag, which has neither the bits that select the slot nor those
    /// that select the chunk.</summary>
    public const int TagShift = 16;

    /// <summary>The six bits of each byte of a hash that are in the tag.</summary>
    public const uint TagMask = 0x3F3F3F3F;

    public const uint TagZero = 0x30303030;

    /// <summary>Four blanks, which no tag has.</summary>
    public const uint NoTag = 0x20202020;

    /// <summary>The largest number of four digits.</summary>
    public const int LargestFixed = (1 << 24) - 1;

    /// <summary>Replaces the row of a slot if several rows have the key.</summary>
    public const int ManyRows = LargestFixed;

    public const int MomentsPerChunk = 1 << MomentsPerChunkBits;

    public const int MomentsPerChunkBits = 11;

    public const int MomentFirstDay = 0;
    public const int MomentLastDay = 4;
    public const int MomentLatestDay = 8;
    public const int MomentRow = 12;
    public const int MomentLatestStart = 16;
    public const int MomentEarliestEnd = 20;
    public const int MomentLength = 24;

    /// <summary>The length in format 1.</summary>
    public const int FirstMomentLength = 16;

    public const int PlacesPerChunk = 1 << PlacesPerChunkBits;

    public const int PlacesPerChunkBits = 13;

    public const int EndOfTime = LargestFixed;

    public const int AskTheDate = LargestFixed - 1;

    /// <summary>The entity's id, in the area of values. The properties of its kind follow in the order of the
    /// schema.</summary>
    public const int IdField = 0;

    public const int SourceCitations = 0;
    public const int SourceText = 1;
    public const int SourceSha256 = 2;
    public const int SourceClaims = 3;
    public const int SourceFields = 4;

    public const int ClaimProperty = 0;
    public const int ClaimPath = 1;
    public const int ClaimValue = 2;
    public const int ClaimSaid = 3;
    public const int ClaimBecause = 4;
    public const int ClaimNote = 5;
    public const int ClaimSpeaker = 6;
    public const int ClaimSpeakerText = 7;
    public const int ClaimDuring = 8;
    public const int ClaimFields = 9;

    /// <summary>The bits of a state, a rank or a basis.</summary>
    public const int ClaimWord = 3;
    public const int ClaimRankShift = 2;
    public const int ClaimBasisShift = 4;

    public const int CitationArticle = 0;
    public const int CitationQuote = 1;
    public const int CitationFor = 2;
    public const int CitationParagraph = 3;
    public const int CitationStart = 4;
    public const int CitationEnd = 5;
    public const int CitationFields = 6;

    /// <summary>The number in a timeline of a day that is counted from 0001-01-01.</summary>
    public static int DayOf(long day) =>
        day < 0 ? 0
        : day > Dates.EdtfNotations.LastDay ? EndOfTime
        : (int)day + 1;
}
