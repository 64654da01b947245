namespace DataPackage.Runtime.Packed;

/// <summary>The layout in which the entities of one kind travel from the generator to the runtime. The generator writes it
/// (PackedTableWriter), the runtime reads it (PackedTable, PackedRow); this file is compiled into both.</summary>
/// <remarks>
/// <para>
/// The bytes are UTF-8 string literals of C#, which the operating system maps with the assembly and which cost no start-up time.
/// Every byte of a number is therefore a printable ASCII character: a <b>digit</b> is six bits, written as the character '0' + value
/// ('0' to 'o'). Texts are UTF-8 as they are.
/// </para>
/// <para><b>fixed number</b>: five digits, the least significant first (30 bits).</para>
/// <para><b>number</b>: one or more digits, the least significant first, each with five bits of it; the sixth bit (32) says that another follows.</para>
/// <para><b>signed number</b>: a number, zigzag-encoded (0, -1, 1, -2 … as 0, 1, 2, 3 …).</para>
/// <para><b>chunk</b>: one literal. A table has its chunks numbered from 0: rows, row starts, then slots and entries of each index.</para>
/// <para><b>address</b>: a fixed number: the number of a chunk shifted left by <see cref="OffsetBits"/>, plus the offset in it. No item straddles two chunks.</para>
/// <para><b>row</b>: the fields of one entity. First which are present: digits with five bits each, from field 0 on, the sixth bit says that
/// another follows. Then for each present field its length in bytes (number), then their bytes one after the other.</para>
/// <para><b>row starts</b>: for each row, in the order of ids, its address; <see cref="RowStartsPerChunk"/> to a chunk.</para>
/// <para>
/// <b>index</b>: a hash table with open addressing and linear probing, a power of two in size. A slot is two fixed numbers, the low 30 bits of the
/// key's hash (KeyHash) and the address of its entry, or <see cref="NoEntry"/>; <see cref="SlotsPerChunk"/> to a chunk. A key's search starts at
/// the slot that the low bits of its hash name. An entry is the key (length as number, bytes), how many rows have it (number), and these rows (numbers), ascending.
/// </para>
/// <para>
/// <b>fields</b>: text, Markdown, address, language, identifier: its bytes · localized text: for each language, the default one first, the language's place in the
/// table's list (number), the text's length (number) and bytes · integer, decimal: decimal text · boolean, enum: number · date: flags (number; 1: has an
/// earliest day, 2: has a latest day, the rest: EdtfFlags shifted left by 2), the days since 0001-01-01 (signed numbers), canonical text · money: three letters of currency, decimal text ·
/// reference: row (number) · reference through an abstract kind: the kind's place in the package (number), row (number) ·
/// embedded: a row · list: how many (number), then the items, of which each but a reference has its length before it (number) ·
/// citation: a row whose fields are the article (as a reference through an abstract kind), quote, properties (list of text), paragraph, start, end (numbers).
/// </para>
/// </remarks>
internal static class PackedFormat
{
    /// <summary>The character that stands for the digit 0.</summary>
    public const byte Zero = (byte)'0';

    public const int FixedDigits = 5;

    /// <summary>In a number's digit: another digit follows.</summary>
    public const int More = 32;

    public const int BitsPerDigit = 5;

    public const int OffsetBits = 16;

    /// <summary>No literal grows beyond this many bytes unless one item alone does: the compiler needs 80 to 150 bytes of memory
    /// for each byte of a literal, and less in all when they are small.</summary>
    public const int ChunkSize = 60_000;

    public const int RowStartsPerChunkBits = 13;

    public const int RowStartsPerChunk = 1 << RowStartsPerChunkBits;

    public const int SlotsPerChunkBits = 12;

    public const int SlotsPerChunk = 1 << SlotsPerChunkBits;

    public const int SlotLength = 2 * FixedDigits;

    public const int HashMask = (1 << 30) - 1;

    /// <summary>The address in a slot that no key uses.</summary>
    public const int NoEntry = (1 << 30) - 1;

    /// <summary>Of a table: the entity's id. The properties of its kind follow in the order of the schema.</summary>
    public const int IdField = 0;

    public const int CitationArticle = 0;
    public const int CitationQuote = 1;
    public const int CitationFor = 2;
    public const int CitationParagraph = 3;
    public const int CitationStart = 4;
    public const int CitationEnd = 5;
    public const int CitationFields = 6;
}
