using System.Globalization;
using DataPackage.Engine.Syntax;
using DataPackage.Shared.Dates;

namespace DataPackage.Engine.Schema.Types;

/// <summary>The table of scalar types. A new type is a row here, its <see cref="ScalarValue"/>, and its reader and its
/// converter in the runtime (<c>PackedValue</c>, <c>JsonValues</c>); <c>ScalarTypesTests</c> takes it through the whole
/// engine.</summary>
internal static class ScalarTypes
{
    private const string Runtime = "global::DataPackage.Runtime.";
    private const string Exactly = "It is compared exactly, as the data spell it.";
    private const string WholePattern = @"[+\-]?[0-9]+";
    private const string DecimalPattern = @"[+\-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+\-]?[0-9]+)?";

    /// <summary>The shape of EDTF. The build checks everything that needs counting: that a month has thirty days, that
    /// a start is before its end.</summary>
    private const string EdtfPattern =
        $@"({EdtfRange}|{EdtfBound}?/{EdtfBound}?|[\[\{{]{EdtfRange}(, *{EdtfRange})*[\]\}}])";
    private const string EdtfDate =
        @"[?~%]?(Y?-?[0-9X]+(E[0-9]+)?(S[0-9]+)?)[?~%]?(-[?~%]?[0-9X]{2}[?~%]?){0,2}(T[0-9:.+\-Z]+)?";
    private const string EdtfBound = $@"({EdtfDate}|\.\.)";
    private const string EdtfRange = $@"((\.\.)?{EdtfDate}(\.\.({EdtfDate})?)?)";

    public static readonly ScalarType Text = new()
    {
        Name = "text",
        Expected = "a text",
        Read = ReadText,
        CSharpName = "string",
        RuntimeName = "Text",
        Editor = new(""),
        IsTextual = true,
        IsProse = true,
        CanBeUnique = true,
        CanNameEntities = true,
        CanGroup = true,
        HowCompared = Exactly,
    };

    public static readonly ScalarType Markdown = new()
    {
        Name = "markdown",
        Expected = "a text in Markdown",
        Read = ReadText,
        CSharpName = "string",
        RuntimeName = "Text",
        Editor = new("Text in Markdown"),
        IsTextual = true,
        IsProse = true,
        CanBeUnique = true,
        IsLong = true,
        HowCompared = Exactly,
    };

    public static readonly ScalarType Integer = new()
    {
        Name = "integer",
        Expected = "a whole number",
        Read = ReadInteger,
        CSharpName = "long",
        IsValueType = true,
        RuntimeName = "Integer",
        Editor = new("", WholePattern, JsonType: "integer"),
        IsNumeric = true,
        CanBeUnique = true,
        CanNameEntities = true,
    };

    /// <summary>For numbers that code passes on as <c>int</c>: counts, days, years.</summary>
    public static readonly ScalarType Int32 = new()
    {
        Name = "int32",
        Expected = "a whole number of 32 bits",
        Read = ReadInt32,
        CSharpName = "int",
        IsValueType = true,
        RuntimeName = "Int32",
        Editor = new("A whole number from -2147483648 to 2147483647", WholePattern, JsonType: "integer"),
        IsNumeric = true,
        CanBeUnique = true,
        CanNameEntities = true,
    };

    public static readonly ScalarType Decimal = new()
    {
        Name = "decimal",
        Expected = "a decimal number",
        Read = ReadDecimal,
        CSharpName = "decimal",
        IsValueType = true,
        RuntimeName = "Decimal",
        Editor = new("", DecimalPattern, JsonType: "number"),
        IsNumeric = true,
        CanBeUnique = true,
    };

    public static readonly ScalarType Boolean = new()
    {
        Name = "boolean",
        Expected = "true or false",
        Read = ReadBoolean,
        CSharpName = "bool",
        IsValueType = true,
        RuntimeName = "Boolean",
        Editor = new("", "true|True|TRUE|false|False|FALSE", JsonType: "boolean"),
    };

    public static readonly ScalarType Date = new()
    {
        Name = "date",
        Expected = "a date in EDTF",
        Read = ReadDate,
        CSharpName = Runtime + "EdtfDate",
        RuntimeName = "Date",
        Editor = new(
            "A date in EDTF, such as 2025-04-02, 2025-04, 2022/.. or 1901~",
            EdtfPattern,
            MayLookLikeNumber: true
        ),
        CanBeUnique = true,
        CanGroup = true,
        HowCompared = "It is compared as EDTF writes it.",
    };

    public static readonly ScalarType Duration = new()
    {
        Name = "duration",
        Expected = "a duration of ISO 8601",
        Read = ReadDuration,
        CSharpName = "global::System.TimeSpan",
        IsValueType = true,
        RuntimeName = "Duration",
        Editor = new("A duration of ISO 8601, such as P1DT12H or PT90M", IsoDuration.Pattern),
        CanBeUnique = true,
    };

    public static readonly ScalarType Url = new()
    {
        Name = "url",
        Expected = "an absolute http or https address",
        Read = ReadUrl,
        CSharpName = "global::System.Uri",
        RuntimeName = "Url",
        Editor = new("An absolute http or https address", "[Hh][Tt][Tt][Pp][Ss]?:.+"),
        IsTextual = true,
        CanBeUnique = true,
        CanNameEntities = true,
        HowCompared = Exactly,
    };

    public static readonly ScalarType Money = new()
    {
        Name = "money",
        Expected = "an amount: { amount: 12.5, currency: EUR }",
        Read = ReadMoney,
        CSharpName = Runtime + "Money",
        RuntimeName = "Money",
        Editor = new("An amount, such as 12.50 EUR", $" *{DecimalPattern} +[A-Z]{{3}} *"),
        IsNumeric = true,
    };

    public static readonly ScalarType Language = new()
    {
        Name = "language",
        Expected = "a language tag of BCP 47",
        Read = ReadLanguage,
        CSharpName = "string",
        RuntimeName = "Text",
        Editor = new("A language tag of BCP 47, such as en or pt-BR", Formats.PatternOf("bcp47")),
        IsTextual = true,
        CanBeUnique = true,
        CanNameEntities = true,
        CanGroup = true,
        HowCompared = Exactly,
    };

    public static readonly ScalarType Identifier = new()
    {
        Name = "identifier",
        Expected = "a text",
        Read = ReadText,
        CSharpName = "string",
        RuntimeName = "Text",
        Editor = new(""),
        IsTextual = true,
        CanBeUnique = true,
        CanNameEntities = true,
        CanGroup = true,
        HowCompared = Exactly,
    };

    /// <summary>All scalar types, in the order in which messages list them.</summary>
    public static readonly IReadOnlyList<ScalarType> All =
    [
        Text,
        Markdown,
        Integer,
        Int32,
        Decimal,
        Boolean,
        Date,
        Duration,
        Url,
        Money,
        Language,
        Identifier,
    ];

    private static TextValue ReadText(string text, out NotationError? problem)
    {
        problem = null;
        return new TextValue(text);
    }

    private static TextValue? ReadLanguage(string text, out NotationError? problem)
    {
        problem = null;
        return Formats.IsLanguageTag(text) ? new TextValue(text) : null;
    }

    private static TextValue? ReadUrl(string text, out NotationError? problem)
    {
        problem = null;
        return Formats.IsWebAddress(text) ? new TextValue(text) : null;
    }

    private static IntegerValue? ReadInteger(string text, out NotationError? problem)
    {
        problem = null;
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? new IntegerValue(number)
            : null;
    }

    private static IntegerValue? ReadInt32(string text, out NotationError? problem) =>
        ReadInteger(text, out problem) is { Number: >= int.MinValue and <= int.MaxValue } number ? number : null;

    private static DecimalValue? ReadDecimal(string text, out NotationError? problem) =>
        ExactNumber.TryRead(text, out var number, out problem) ? new DecimalValue(number) : null;

    private static BooleanValue? ReadBoolean(string text, out NotationError? problem)
    {
        problem = null;
        return KeyReader.TryReadBoolean(text, out var isTrue) ? new BooleanValue(isTrue) : null;
    }

    private static DateValue? ReadDate(string text, out NotationError? problem)
    {
        problem = null;
        if (EdtfParser.TryParse(text, out var date, out var error))
            return new DateValue(date!.ToString(), date.EarliestDay, date.LatestDay, (byte)date.Flags);
        problem = error;
        return null;
    }

    private static DurationValue? ReadDuration(string text, out NotationError? problem)
    {
        problem = null;
        if (IsoDuration.TryParse(text, out var length, out var error))
            return new DurationValue(length);
        problem = error;
        return null;
    }

    /// <summary>An amount and its currency in one text: <c>324000000000 USD</c>.</summary>
    private static MoneyValue? ReadMoney(string text, out NotationError? problem)
    {
        problem = null;
        return
            text.Split([' '], StringSplitOptions.RemoveEmptyEntries) is [var amount, var currency]
            && ExactNumber.TryRead(amount, out var number, out problem)
            && Formats.IsCurrency(currency)
            ? new MoneyValue(number, currency)
            : null;
    }
}
