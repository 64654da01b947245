using System.Runtime.CompilerServices;

namespace DataPackage.Runtime.Text;

/// <summary>The form of a name by which it is found: lower case, without diacritics, one blank between words, none around.
/// <c>"Erdoğan"</c> and <c>"erdogan"</c> fold alike; so do <c>"Jean-Luc"</c> and <c>"jean luc"</c>, <c>"O’Brien"</c> and <c>"obrien"</c>.</summary>
/// <remarks>Names are folded when data is built and again when it is searched, perhaps years later on another runtime.
/// Therefore nothing here asks the culture, ICU or the runtime's Unicode tables: a result never changes. Only Latin, Greek, Cyrillic,
/// Armenian and Georgian letters fold; every other script stays as it is. Folding a folded name changes nothing.</remarks>
internal static class NameFolding
{
    private const int LongestExpansion = 2;
    private const int StackLimit = 512;
    private const int RunLength = 4;

    /// <summary>The longest that a name of <paramref name="length"/> UTF-16 units can become.</summary>
    public static int MaxLength(int length) => checked(length * LongestExpansion);

    /// <summary>Folds a name; returns the same instance where it is folded already and ASCII.</summary>
    public static string Fold(string name)
    {
        if (IsFoldedAscii(name)) return name;
        Span<char> buffer = MaxLength(name.Length) <= StackLimit ? stackalloc char[StackLimit] : new char[MaxLength(name.Length)];
        return buffer.Slice(0, Fold(name.AsSpan(), buffer)).ToString();
    }

    /// <summary>Folds a name without allocating.</summary>
    /// <param name="name">Any text.</param>
    /// <param name="destination">Room for at least <see cref="MaxLength"/> units; must not overlap <paramref name="name"/>.</param>
    /// <returns>How many units were written.</returns>
    public static int Fold(ReadOnlySpan<char> name, Span<char> destination)
    {
        if (destination.Length < MaxLength(name.Length))
            throw new ArgumentException("The destination is shorter than MaxLength(name.Length).", nameof(destination));

        var length = 0;
        var blankIsDue = false;
        foreach (var c in name)
        {
            var folded = FoldUnit(c);
            if (folded == '\0') continue;
            if (folded == ' ')
            {
                blankIsDue = length > 0;
                continue;
            }

            if (blankIsDue) destination[length++] = ' ';
            blankIsDue = false;
            if (folded > 'z' && Expansion(folded) is { } letters)
            {
                destination[length++] = letters[0];
                folded = letters[1];
            }

            destination[length++] = folded;
        }

        return length;
    }

    /// <summary>What one UTF-16 unit becomes before <see cref="Expansion"/>: a letter, a blank, or U+0000 where it vanishes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static char FoldUnit(char c) => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') ? c : c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : Map(c);

    private static bool IsFoldedAscii(string name)
    {
        var previous = ' ';
        foreach (var c in name)
        {
            var isFolded = c is (>= 'a' and <= 'z') or (>= '0' and <= '9') || (c == ' ' && previous != ' ');
            if (!isFolded) return false;
            previous = c;
        }

        return name.Length == 0 || previous != ' ';
    }

    /// <summary>Letters that are written as two where they are not available.</summary>
    public static string? Expansion(char c) => c switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ĳ' => "ij",
        'ǆ' or 'ǳ' => "dz",
        'ǉ' => "lj",
        'ǌ' => "nj",
        '\uFB00' => "ff",
        '\uFB01' => "fi",
        '\uFB02' => "fl",
        _ => null,
    };

    private static char Map(char c)
    {
        int low = 0, high = Runs.Length / RunLength;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Runs[middle * RunLength] <= c) low = middle + 1;
            else high = middle;
        }

        // The first run starts at U+0000, so that there is always one that starts at or before c.
        var run = (low - 1) * RunLength;
        var offset = c - Runs[run];
        int last = Runs[run + 1], target = Runs[run + 2], step = Runs[run + 3];
        if (c > last || (step != 0 && offset % step != 0)) return c;
        return (char)(step == 0 ? target : target + offset);
    }

    /// <summary>Runs of UTF-16 units that fold, in ascending order: first, last, what the first becomes, and the step: with 0 all of the run
    /// become the same, with 1 they move together, with 2 every second one does (upper and lower case that alternate) and the others
    /// stay. To U+0020: white space, controls and punctuation but '#' (C, C++ and C# are three names). To U+0000, which vanishes: apostrophes,
    /// combining marks, invisible characters. The rest are letters; NameFoldingTests derives them anew from .NET's Unicode tables.
    /// A string, because that is the one form of constant table that no compiler and no jit allocates on access.</summary>
    private const string Runs =
        "\u0000\u001F\u0020\u0000\u0021\u0022\u0020\u0000\u0025\u0026\u0020\u0000\u0027\u0027\u0000\u0000" +
        "\u0028\u002A\u0020\u0000\u002C\u002F\u0020\u0000\u003A\u003B\u0020\u0000\u003F\u0040\u0020\u0000" +
        "\u005B\u005D\u0020\u0000\u005F\u005F\u0020\u0000\u0060\u0060\u0000\u0000\u007B\u007B\u0020\u0000" +
        "\u007D\u007D\u0020\u0000\u007F\u00A1\u0020\u0000\u00A7\u00A7\u0020\u0000\u00AA\u00AA\u0061\u0000" +
        "\u00AB\u00AB\u0020\u0000\u00AD\u00AD\u0000\u0000\u00B4\u00B4\u0000\u0000\u00B5\u00B5\u03BC\u0000" +
        "\u00B6\u00B7\u0020\u0000\u00BA\u00BA\u006F\u0000\u00BB\u00BB\u0020\u0000\u00BF\u00BF\u0020\u0000" +
        "\u00C0\u00C5\u0061\u0000\u00C6\u00C6\u00E6\u0000\u00C7\u00C7\u0063\u0000\u00C8\u00CB\u0065\u0000" +
        "\u00CC\u00CF\u0069\u0000\u00D0\u00D0\u0064\u0000\u00D1\u00D2\u006E\u0001\u00D3\u00D6\u006F\u0000" +
        "\u00D8\u00D8\u006F\u0000\u00D9\u00DC\u0075\u0000\u00DD\u00DD\u0079\u0000\u00DE\u00DE\u00FE\u0000" +
        "\u00E0\u00E5\u0061\u0000\u00E7\u00E7\u0063\u0000\u00E8\u00EB\u0065\u0000\u00EC\u00EF\u0069\u0000" +
        "\u00F0\u00F0\u0064\u0000\u00F1\u00F2\u006E\u0001\u00F3\u00F6\u006F\u0000\u00F8\u00F8\u006F\u0000" +
        "\u00F9\u00FC\u0075\u0000\u00FD\u00FD\u0079\u0000\u00FF\u00FF\u0079\u0000\u0100\u0105\u0061\u0000" +
        "\u0106\u010D\u0063\u0000\u010E\u0111\u0064\u0000\u0112\u011B\u0065\u0000\u011C\u0123\u0067\u0000" +
        "\u0124\u0127\u0068\u0000\u0128\u0131\u0069\u0000\u0132\u0132\u0133\u0000\u0134\u0135\u006A\u0000" +
        "\u0136\u0138\u006B\u0000\u0139\u013E\u006C\u0000\u013F\u013F\u0140\u0000\u0141\u0142\u006C\u0000" +
        "\u0143\u014B\u006E\u0000\u014C\u0151\u006F\u0000\u0152\u0152\u0153\u0000\u0154\u0159\u0072\u0000" +
        "\u015A\u0161\u0073\u0000\u0162\u0167\u0074\u0000\u0168\u0173\u0075\u0000\u0174\u0175\u0077\u0000" +
        "\u0176\u0178\u0079\u0000\u0179\u017E\u007A\u0000\u017F\u017F\u0073\u0000\u0181\u0181\u0253\u0000" +
        "\u0182\u0184\u0183\u0002\u0186\u0186\u0254\u0000\u0187\u0187\u0188\u0000\u0189\u018A\u0256\u0001" +
        "\u018B\u018B\u018C\u0000\u018E\u018E\u01DD\u0000\u018F\u018F\u0259\u0000\u0190\u0190\u025B\u0000" +
        "\u0191\u0191\u0192\u0000\u0193\u0193\u0260\u0000\u0194\u0194\u0263\u0000\u0196\u0196\u0269\u0000" +
        "\u0197\u0197\u0268\u0000\u0198\u0198\u0199\u0000\u019C\u019C\u026F\u0000\u019D\u019D\u0272\u0000" +
        "\u019F\u019F\u0275\u0000\u01A0\u01A1\u006F\u0000\u01A2\u01A4\u01A3\u0002\u01A6\u01A6\u0280\u0000" +
        "\u01A7\u01A7\u01A8\u0000\u01A9\u01A9\u0283\u0000\u01AC\u01AC\u01AD\u0000\u01AE\u01AE\u0288\u0000" +
        "\u01AF\u01B0\u0075\u0000\u01B1\u01B2\u028A\u0001\u01B3\u01B5\u01B4\u0002\u01B7\u01B7\u0292\u0000" +
        "\u01B8\u01B8\u01B9\u0000\u01BC\u01BC\u01BD\u0000\u01C4\u01C5\u01C6\u0000\u01C7\u01C8\u01C9\u0000" +
        "\u01CA\u01CB\u01CC\u0000\u01CD\u01CE\u0061\u0000\u01CF\u01D0\u0069\u0000\u01D1\u01D2\u006F\u0000" +
        "\u01D3\u01DC\u0075\u0000\u01DE\u01E1\u0061\u0000\u01E2\u01E3\u00E6\u0000\u01E4\u01E4\u01E5\u0000" +
        "\u01E6\u01E7\u0067\u0000\u01E8\u01E9\u006B\u0000\u01EA\u01ED\u006F\u0000\u01EE\u01EF\u0292\u0000" +
        "\u01F0\u01F0\u006A\u0000\u01F1\u01F2\u01F3\u0000\u01F4\u01F5\u0067\u0000\u01F6\u01F6\u0195\u0000" +
        "\u01F7\u01F7\u01BF\u0000\u01F8\u01F9\u006E\u0000\u01FA\u01FB\u0061\u0000\u01FC\u01FD\u00E6\u0000" +
        "\u01FE\u01FF\u006F\u0000\u0200\u0203\u0061\u0000\u0204\u0207\u0065\u0000\u0208\u020B\u0069\u0000" +
        "\u020C\u020F\u006F\u0000\u0210\u0213\u0072\u0000\u0214\u0217\u0075\u0000\u0218\u0219\u0073\u0000" +
        "\u021A\u021B\u0074\u0000\u021C\u021C\u021D\u0000\u021E\u021F\u0068\u0000\u0220\u0220\u019E\u0000" +
        "\u0222\u0224\u0223\u0002\u0226\u0227\u0061\u0000\u0228\u0229\u0065\u0000\u022A\u0231\u006F\u0000" +
        "\u0232\u0233\u0079\u0000\u023A\u023A\u2C65\u0000\u023B\u023B\u023C\u0000\u023D\u023D\u019A\u0000" +
        "\u023E\u023E\u2C66\u0000\u0241\u0241\u0242\u0000\u0243\u0243\u0180\u0000\u0244\u0244\u0289\u0000" +
        "\u0245\u0245\u028C\u0000\u0246\u024E\u0247\u0002\u02B9\u02BF\u0000\u0000\u0300\u036F\u0000\u0000" +
        "\u0370\u0372\u0371\u0002\u0374\u0374\u0000\u0000\u0376\u0376\u0377\u0000\u037E\u037E\u0020\u0000" +
        "\u037F\u037F\u03F3\u0000\u0386\u0386\u03B1\u0000\u0387\u0387\u0020\u0000\u0388\u0388\u03B5\u0000" +
        "\u0389\u0389\u03B7\u0000\u038A\u038A\u03B9\u0000\u038C\u038C\u03BF\u0000\u038E\u038E\u03C5\u0000" +
        "\u038F\u038F\u03C9\u0000\u0390\u0390\u03B9\u0000\u0391\u03A1\u03B1\u0001\u03A3\u03A9\u03C3\u0001" +
        "\u03AA\u03AA\u03B9\u0000\u03AB\u03AB\u03C5\u0000\u03AC\u03AC\u03B1\u0000\u03AD\u03AD\u03B5\u0000" +
        "\u03AE\u03AE\u03B7\u0000\u03AF\u03AF\u03B9\u0000\u03B0\u03B0\u03C5\u0000\u03C2\u03C2\u03C3\u0000" +
        "\u03CA\u03CA\u03B9\u0000\u03CB\u03CB\u03C5\u0000\u03CC\u03CC\u03BF\u0000\u03CD\u03CD\u03C5\u0000" +
        "\u03CE\u03CE\u03C9\u0000\u03CF\u03CF\u03D7\u0000\u03D3\u03D4\u03D2\u0000\u03D8\u03EE\u03D9\u0002" +
        "\u03F4\u03F4\u03B8\u0000\u03F7\u03F7\u03F8\u0000\u03F9\u03F9\u03F2\u0000\u03FA\u03FA\u03FB\u0000" +
        "\u03FD\u03FF\u037B\u0001\u0400\u0401\u0435\u0000\u0402\u0402\u0452\u0000\u0403\u0403\u0433\u0000" +
        "\u0404\u0406\u0454\u0001\u0407\u0407\u0456\u0000\u0408\u040B\u0458\u0001\u040C\u040C\u043A\u0000" +
        "\u040D\u040D\u0438\u0000\u040E\u040E\u0443\u0000\u040F\u040F\u045F\u0000\u0410\u0418\u0430\u0001" +
        "\u0419\u0419\u0438\u0000\u041A\u042F\u043A\u0001\u0439\u0439\u0438\u0000\u0450\u0451\u0435\u0000" +
        "\u0453\u0453\u0433\u0000\u0457\u0457\u0456\u0000\u045C\u045C\u043A\u0000\u045D\u045D\u0438\u0000" +
        "\u045E\u045E\u0443\u0000\u0460\u0474\u0461\u0002\u0476\u0477\u0475\u0000\u0478\u0480\u0479\u0002" +
        "\u0483\u0489\u0000\u0000\u048A\u04BE\u048B\u0002\u04C0\u04C0\u04CF\u0000\u04C1\u04C2\u0436\u0000" +
        "\u04C3\u04CD\u04C4\u0002\u04D0\u04D3\u0430\u0000\u04D4\u04D4\u04D5\u0000\u04D6\u04D7\u0435\u0000" +
        "\u04D8\u04D8\u04D9\u0000\u04DA\u04DB\u04D9\u0000\u04DC\u04DD\u0436\u0000\u04DE\u04DF\u0437\u0000" +
        "\u04E0\u04E0\u04E1\u0000\u04E2\u04E5\u0438\u0000\u04E6\u04E7\u043E\u0000\u04E8\u04E8\u04E9\u0000" +
        "\u04EA\u04EB\u04E9\u0000\u04EC\u04ED\u044D\u0000\u04EE\u04F3\u0443\u0000\u04F4\u04F5\u0447\u0000" +
        "\u04F6\u04F6\u04F7\u0000\u04F8\u04F9\u044B\u0000\u04FA\u052E\u04FB\u0002\u0531\u0556\u0561\u0001" +
        "\u055A\u055A\u0000\u0000\u055B\u055F\u0020\u0000\u0589\u058A\u0020\u0000\u05BE\u05BE\u0020\u0000" +
        "\u05C0\u05C0\u0020\u0000\u05C3\u05C3\u0020\u0000\u05C6\u05C6\u0020\u0000\u05F3\u05F3\u0000\u0000" +
        "\u05F4\u05F4\u0020\u0000\u0600\u0605\u0000\u0000\u0609\u060A\u0020\u0000\u060C\u060D\u0020\u0000" +
        "\u061B\u061B\u0020\u0000\u061C\u061C\u0000\u0000\u061D\u061F\u0020\u0000\u066A\u066D\u0020\u0000" +
        "\u06D4\u06D4\u0020\u0000\u06DD\u06DD\u0000\u0000\u1AB0\u1AFF\u0000\u0000\u1C90\u1CBA\u10D0\u0001" +
        "\u1CBD\u1CBF\u10FD\u0001\u1DC0\u1DFF\u0000\u0000\u1E00\u1E01\u0061\u0000\u1E02\u1E07\u0062\u0000" +
        "\u1E08\u1E09\u0063\u0000\u1E0A\u1E13\u0064\u0000\u1E14\u1E1D\u0065\u0000\u1E1E\u1E1F\u0066\u0000" +
        "\u1E20\u1E21\u0067\u0000\u1E22\u1E2B\u0068\u0000\u1E2C\u1E2F\u0069\u0000\u1E30\u1E35\u006B\u0000" +
        "\u1E36\u1E3D\u006C\u0000\u1E3E\u1E43\u006D\u0000\u1E44\u1E4B\u006E\u0000\u1E4C\u1E53\u006F\u0000" +
        "\u1E54\u1E57\u0070\u0000\u1E58\u1E5F\u0072\u0000\u1E60\u1E69\u0073\u0000\u1E6A\u1E71\u0074\u0000" +
        "\u1E72\u1E7B\u0075\u0000\u1E7C\u1E7F\u0076\u0000\u1E80\u1E89\u0077\u0000\u1E8A\u1E8D\u0078\u0000" +
        "\u1E8E\u1E8F\u0079\u0000\u1E90\u1E95\u007A\u0000\u1E96\u1E96\u0068\u0000\u1E97\u1E97\u0074\u0000" +
        "\u1E98\u1E98\u0077\u0000\u1E99\u1E99\u0079\u0000\u1E9B\u1E9B\u0073\u0000\u1E9E\u1E9E\u00DF\u0000" +
        "\u1EA0\u1EB7\u0061\u0000\u1EB8\u1EC7\u0065\u0000\u1EC8\u1ECB\u0069\u0000\u1ECC\u1EE3\u006F\u0000" +
        "\u1EE4\u1EF1\u0075\u0000\u1EF2\u1EF9\u0079\u0000\u1EFA\u1EFE\u1EFB\u0002\u1F00\u1F0F\u03B1\u0000" +
        "\u1F10\u1F15\u03B5\u0000\u1F18\u1F1D\u03B5\u0000\u1F20\u1F2F\u03B7\u0000\u1F30\u1F3F\u03B9\u0000" +
        "\u1F40\u1F45\u03BF\u0000\u1F48\u1F4D\u03BF\u0000\u1F50\u1F57\u03C5\u0000\u1F59\u1F59\u03C5\u0000" +
        "\u1F5B\u1F5B\u03C5\u0000\u1F5D\u1F5D\u03C5\u0000\u1F5F\u1F5F\u03C5\u0000\u1F60\u1F6F\u03C9\u0000" +
        "\u1F70\u1F71\u03B1\u0000\u1F72\u1F73\u03B5\u0000\u1F74\u1F75\u03B7\u0000\u1F76\u1F77\u03B9\u0000" +
        "\u1F78\u1F79\u03BF\u0000\u1F7A\u1F7B\u03C5\u0000\u1F7C\u1F7D\u03C9\u0000\u1F80\u1F8F\u03B1\u0000" +
        "\u1F90\u1F9F\u03B7\u0000\u1FA0\u1FAF\u03C9\u0000\u1FB0\u1FB4\u03B1\u0000\u1FB6\u1FBC\u03B1\u0000" +
        "\u1FBE\u1FBE\u03B9\u0000\u1FC2\u1FC4\u03B7\u0000\u1FC6\u1FC7\u03B7\u0000\u1FC8\u1FC9\u03B5\u0000" +
        "\u1FCA\u1FCC\u03B7\u0000\u1FD0\u1FD3\u03B9\u0000\u1FD6\u1FDB\u03B9\u0000\u1FE0\u1FE3\u03C5\u0000" +
        "\u1FE4\u1FE5\u03C1\u0000\u1FE6\u1FEB\u03C5\u0000\u1FEC\u1FEC\u03C1\u0000\u1FF2\u1FF4\u03C9\u0000" +
        "\u1FF6\u1FF7\u03C9\u0000\u1FF8\u1FF9\u03BF\u0000\u1FFA\u1FFC\u03C9\u0000\u2000\u200A\u0020\u0000" +
        "\u200B\u200F\u0000\u0000\u2010\u2017\u0020\u0000\u2018\u2019\u0000\u0000\u201A\u201A\u0020\u0000" +
        "\u201B\u201B\u0000\u0000\u201C\u2029\u0020\u0000\u202A\u202E\u0000\u0000\u202F\u2031\u0020\u0000" +
        "\u2032\u2032\u0000\u0000\u2033\u2043\u0020\u0000\u2045\u2051\u0020\u0000\u2053\u205F\u0020\u0000" +
        "\u2060\u2064\u0000\u0000\u2066\u206F\u0000\u0000\u20D0\u20FF\u0000\u0000\u2126\u2126\u03C9\u0000" +
        "\u212A\u212A\u006B\u0000\u212B\u212B\u0061\u0000\u2C60\u2C60\u2C61\u0000\u2C62\u2C62\u026B\u0000" +
        "\u2C63\u2C63\u1D7D\u0000\u2C64\u2C64\u027D\u0000\u2C67\u2C6B\u2C68\u0002\u2C6D\u2C6D\u0251\u0000" +
        "\u2C6E\u2C6E\u0271\u0000\u2C6F\u2C6F\u0250\u0000\u2C70\u2C70\u0252\u0000\u2C72\u2C72\u2C73\u0000" +
        "\u2C75\u2C75\u2C76\u0000\u2C7E\u2C7F\u023F\u0001\u2E00\u2E2E\u0020\u0000\u2E30\u2E4F\u0020\u0000" +
        "\u2E52\u2E5D\u0020\u0000\u3000\u3003\u0020\u0000\u3008\u3011\u0020\u0000\u3014\u301F\u0020\u0000" +
        "\u3030\u3030\u0020\u0000\u303D\u303D\u0020\u0000\u30A0\u30A0\u0020\u0000\u30FB\u30FB\u0020\u0000" +
        "\uA640\uA66C\uA641\u0002\uA680\uA69A\uA681\u0002\uFE00\uFE0F\u0000\u0000\uFE20\uFE2F\u0000\u0000" +
        "\uFE50\uFE52\u0020\u0000\uFE54\uFE61\u0020\u0000\uFE63\uFE63\u0020\u0000\uFE68\uFE68\u0020\u0000" +
        "\uFE6A\uFE6B\u0020\u0000\uFEFF\uFEFF\u0000\u0000\uFF01\uFF02\u0020\u0000\uFF03\uFF04\u0023\u0001" +
        "\uFF05\uFF06\u0020\u0000\uFF07\uFF07\u0000\u0000\uFF08\uFF0A\u0020\u0000\uFF0B\uFF0B\u002B\u0000" +
        "\uFF0C\uFF0F\u0020\u0000\uFF10\uFF19\u0030\u0001\uFF1A\uFF1B\u0020\u0000\uFF1C\uFF1E\u003C\u0001" +
        "\uFF1F\uFF20\u0020\u0000\uFF21\uFF3A\u0061\u0001\uFF3B\uFF3D\u0020\u0000\uFF3E\uFF3E\u005E\u0000" +
        "\uFF3F\uFF3F\u0020\u0000\uFF40\uFF40\u0000\u0000\uFF41\uFF5A\u0061\u0001\uFF5B\uFF5B\u0020\u0000" +
        "\uFF5C\uFF5C\u007C\u0000\uFF5D\uFF5D\u0020\u0000\uFF5E\uFF5E\u007E\u0000\uFF5F\uFF65\u0020\u0000";
}
