namespace DataPackage.Shared.Format;

/// <summary>The layout in which the entities of one kind travel from the build to the runtime. The engine writes it
/// (EntityPacker, PackedRowWriter, PackedIndexWriter, PlacePacker, TableLayout, TextWindow), the runtime reads it
/// (PackedTable, PackedRow, PackedValue, PackedText); this file is compiled into both.</summary>
/// <remarks>
/// <para>
/// The bytes are UTF-8 string literals of C#, which the operating system maps with the assembly and which cost no
/// start-up time. Every byte of a number is therefore a printable ASCII character: a <b>digit</b> is six bits, written
/// as the character '0' + value ('0' to 'o').
/// </para>
/// <para><b>text</b>: UTF-8 as it is; or, where that is shorter, <see cref="Tilde"/>, a window (fixed number of
/// <see cref="WindowDigits"/>) and UTF-8 in which the bytes from <see cref="WindowStart"/> on below <see cref="Tilde"/>
/// stand for the letters of another script: the first of them for the UTF-16 unit that is the window shifted left by
/// <see cref="WindowShift"/>, and so on. There a <see cref="Tilde"/> says that the byte after it stands for itself. So
/// a letter of Cyrillic is one byte, and one character of a literal instead of the six of <c>\u0430</c>. A text that
/// starts with a tilde always has a window.</para>
/// <para><b>fixed number</b>: a known count of digits, the least significant first.</para>
/// <para><b>number</b>: one or more digits, the least significant first, each with five bits of it; the sixth bit (32)
/// says that another follows.</para>
/// <para><b>signed number</b>: a number, zigzag-encoded (0, -1, 1, -2 … as 0, 1, 2, 3 …).</para>
/// <para><b>chunk</b>: one literal. A table numbers its chunks from 0: those of its areas of rows, of its indexes, of
/// its timeline.</para>
/// <para>
/// <b>area of rows</b>: one row for each entity, in the order of ids; a power of two of them to a chunk, so that an
/// edited entity changes one chunk. A chunk starts with the offset of each of its rows (fixed numbers of
/// <see cref="OffsetDigits"/>). A table has four areas, by how often they are read: the <b>values</b> (id, then
/// properties in the order of the schema), the <b>details</b> (the properties that are long and read of one entity at a
/// time, in that order), the <b>sources</b> (citations, an article's text and its hash), and the <b>reverses</b> (in
/// the order of the schema). An area in which no entity has anything has no chunk.
/// </para>
/// <para><b>row</b>: first which of its fields are present: digits with five bits each, from field 0 on, the sixth bit
/// says that another follows. Then how many digits an offset has (digit; <see cref="ShortOffsetDigits"/> or
/// <see cref="OffsetDigits"/>), for each present field the offset of its end from the end of these offsets (fixed
/// number), and the bytes of the fields one after the other. A row that has no field ends after the digit that says
/// so.</para>
/// <para>
/// <b>index</b>: a power of two of chunks, each a hash table of its own with open addressing and linear probing: the
/// high bits of a key's hash (KeyHash) name the chunk, the low bits the slot at which its search starts. A chunk starts
/// with <see cref="IndexHeader"/> bytes: how many bits name a slot (digit; <see cref="SlotBits"/> are its bits), then
/// blanks. Where so many keys would stand side by side that a search passed more than <see cref="LongestSearch"/>
/// slots, the digit has <see cref="HasSeed"/> too, and a seed (fixed number of <see cref="SeedDigits"/>) stands in
/// place of the blanks: then the hash of a key with that seed names the slot, and makes the tag. A slot has
/// <see cref="SlotLength"/> bytes: the tag, four digits that are the bits of <see cref="TagMask"/> in the hash shifted
/// right by <see cref="TagShift"/>, the offset of the key's entry in the chunk and the row (four digits each); a slot
/// that no key uses has blanks for a tag. An <b>entry</b> is the key's length (number) and bytes; where several rows
/// have the key, the row is <see cref="ManyRows"/>, and after the key follow how many (number) and which (numbers),
/// ascending.
/// </para>
/// <para>
/// <b>timeline</b>: the entities that have a time, ordered by its first day, then by row; <see cref="MomentsPerChunk"/>
/// to a chunk. Each has four fixed numbers of four digits: the first day, the last day, the latest of the last days up
/// to here, the row. Days are counted from 0001-01-01 from 1 on; 0 is the beginning and <see cref="EndOfTime"/> the end
/// of time, for what is open, unknown, or beyond the years 1 to 9999.
/// </para>
/// <para>
/// <b>places</b>: where each entity is written, in the order of ids, <see cref="PlacesPerChunk"/> to a literal of its
/// own, as a moved line changes them and nothing else. How many digits name a file (digit), how many a line (digit),
/// then the length (number) of the files: for each, the length (number) and text before the id of the entity, and the
/// same of what follows the id; a file of many entities has no id in its path, so nothing follows. Then, for each
/// entity, the place of its file in this list and its line (fixed numbers). Where there is one file, none of the
/// entities has digits that name it; where all are on line 1, none has a line.
/// </para>
/// <para>
/// <b>fields</b>: text, Markdown, address, language, identifier: a text · localized text: the place of its languages in
/// the table's list of sets of languages (number), then for each language how many bytes its text has (number), then
/// the texts · integer, decimal: decimal text · boolean, enum: number · date: the notation (digit; EdtfNotation), and
/// where the text follows from the days, the first of these, and of a month or a year the last too (four digits each,
/// counted from 0001-01-01); else flags (number; 1: has an earliest day, 2: has a latest day, the rest: EdtfFlags
/// shifted left by 2), these days (signed numbers), canonical text · money: three letters of currency, decimal text ·
/// reference: row (number) · reference through an abstract kind: the kind's place in the package (number), row (number)
/// · embedded: a row · list: how many (number), then the items, of which each has its length before it (number) · list
/// of references: how many (number), then the references; where the list or an item may be null, it is a list as any
/// other · map: how many (number), then for each entry the key (text) and the value, each with its length before it
/// (number) · item or value that may be null: no bytes where it is, else the digit <see cref="NotNull"/> and what it
/// is. Lists and maps within one another are the items of the outer one. An empty list or map is a field that the row
/// does not have, unless it may be null: then that means null, and empty is the number 0 · value without a type: what
/// it is (digit: <see cref="UntypedPlain"/> or <see cref="UntypedQuoted"/> text, <see cref="UntypedList"/>,
/// <see cref="UntypedMap"/>), then the text, or the list or map of such values, of which null has no bytes · citation:
/// a row whose fields are the article (as a reference through an abstract kind), quote, the paths of what it supports
/// (list of text, such as <c>positions[0].title</c>), paragraph, start, end (numbers).
/// </para>
/// </remarks>
internal static class PackedFormat
{
    /// <summary>The number of this format, which each table states. Whatever changes what bytes mean, here or in what
    /// reads them (KeyHash, NameFolding, EdtfNotation …), takes the next number and keeps reading the earlier ones:
    /// docs/decisions.md, "What a change of the format demands".</summary>
    public const int Version = 1;

    /// <summary>The character that stands for the digit 0.</summary>
    public const byte Zero = (byte)'0';

    public const byte Blank = (byte)' ';

    /// <summary>The digit before an item that might have been null.</summary>
    public const int NotNull = 1;

    /// <summary>The digits that a value without a type starts with.</summary>
    public const int UntypedPlain = 0;
    public const int UntypedQuoted = 1;
    public const int UntypedList = 2;
    public const int UntypedMap = 3;

    /// <summary>So many lists and maps can stand in one another in a value without a type: as many as in a
    /// seed.</summary>
    public const int UntypedDepth = 64;

    /// <summary>In a number's digit: another digit follows.</summary>
    public const int More = 32;

    public const int BitsPerDigit = 5;

    /// <summary>Of a fixed number's digit.</summary>
    public const int BitsPerFixedDigit = 6;

    /// <summary>At the start of a text: its letters are seen through a window. In such a text: the next byte stands for
    /// itself.</summary>
    public const byte Tilde = (byte)'~';

    /// <summary>The first byte that stands for a letter: blanks, digits and most punctuation are below.</summary>
    public const byte WindowStart = (byte)'<';

    /// <summary>How many letters a window shows: from А to ё, if it opens at А.</summary>
    public const int WindowLength = Tilde - WindowStart;

    public const int WindowDigits = 2;

    public const int WindowShift = 4;

    public const int OffsetDigits = 5;

    /// <summary>Of the offsets in a row that has less than 4,096 bytes, as nearly all have.</summary>
    public const int ShortOffsetDigits = 2;

    public const int IndexHeader = 8;

    /// <summary>In the digit that an index starts with: how many bits name a slot.</summary>
    public const int SlotBits = 31;

    /// <summary>In that digit: the index has a seed.</summary>
    public const int HasSeed = 32;

    /// <summary>Where in the header the digits of the seed start.</summary>
    public const int IndexSeed = 1;

    public const int SeedDigits = IndexHeader - IndexSeed;

    /// <summary>No search passes more slots than this, whoever has chosen the keys. Keys that nobody has chosen by
    /// their hashes need fewer: of a hundred thousand, a run of more than this is met in one of a thousand
    /// packages.</summary>
    public const int LongestSearch = 256;

    /// <summary>Of a row in an index or a timeline, of a day, and of the offset of an entry.</summary>
    public const int RowDigits = 4;

    public const int SlotLength = 3 * RowDigits;

    /// <summary>The bits of a hash from here on make the tag: not those that name the slot, nor those that name the
    /// chunk.</summary>
    public const int TagShift = 16;

    /// <summary>Six bits of each byte.</summary>
    public const uint TagMask = 0x3F3F3F3F;

    public const uint TagZero = 0x30303030;

    /// <summary>Four blanks: no tag has one.</summary>
    public const uint NoTag = 0x20202020;

    /// <summary>The largest number of four digits.</summary>
    public const int LargestFixed = (1 << 24) - 1;

    /// <summary>In place of a slot's row.</summary>
    public const int ManyRows = LargestFixed;

    public const int MomentsPerChunk = 1 << MomentsPerChunkBits;

    public const int MomentsPerChunkBits = 11;

    public const int MomentFirstDay = 0;
    public const int MomentLastDay = 4;
    public const int MomentLatestDay = 8;
    public const int MomentRow = 12;
    public const int MomentLength = 16;

    public const int PlacesPerChunk = 1 << PlacesPerChunkBits;

    public const int PlacesPerChunkBits = 13;

    public const int EndOfTime = LargestFixed;

    /// <summary>Of the area of values: the entity's id. The properties of its kind follow in the order of the
    /// schema.</summary>
    public const int IdField = 0;

    public const int SourceCitations = 0;
    public const int SourceText = 1;
    public const int SourceSha256 = 2;
    public const int SourceFields = 3;

    public const int CitationArticle = 0;
    public const int CitationQuote = 1;
    public const int CitationFor = 2;
    public const int CitationParagraph = 3;
    public const int CitationStart = 4;
    public const int CitationEnd = 5;
    public const int CitationFields = 6;

    /// <summary>A day counted from 0001-01-01, as a timeline has it.</summary>
    public static int DayOf(long day) =>
        day < 0 ? 0
        : day > Dates.EdtfNotations.LastDay ? EndOfTime
        : (int)day + 1;
}
