using System.Globalization;
using System.Text.RegularExpressions;

namespace SecurityPortal.Tests.Components;

/// <summary>The colours of the style sheets, judged as WCAG 2.2 does.</summary>
public sealed partial class StyleSheetTests
{
    private static readonly string s_portal = Read("portal.css");
    private static readonly string s_mud = Read("mud.css");

    [Fact]
    public void The_plain_pages_style_sheet_stays_small() => Assert.InRange(s_portal.Length, 1, 20 * 1024);

    [Theory]
    [InlineData("portal.css")]
    [InlineData("mud.css")]
    public void Dark_is_the_same_whether_the_system_or_the_visitor_wants_it(string file)
    {
        var blocks = Blocks(Read(file));

        Assert.Equal(blocks["html:not([data-theme=\"light\"])"], blocks["html[data-theme=\"dark\"]"]);
    }

    // Text needs 4.5, the edge of a field 3 (WCAG 1.4.3, 1.4.11).
    public static TheoryData<string, string, double> Pairs => new()
    {
        { "text", "bg", 4.5 }, { "text", "wash", 4.5 }, { "text", "surface", 4.5 }, { "text", "sunken", 4.5 },
        { "muted", "bg", 4.5 }, { "muted", "wash", 4.5 }, { "muted", "surface", 4.5 }, { "muted", "sunken", 4.5 },
        { "accent", "bg", 4.5 }, { "accent", "surface", 4.5 }, { "accent", "accent-tint", 4.5 }, { "accent-deep", "surface", 4.5 },
        { "on-accent", "accent", 4.5 }, { "on-accent", "accent-deep", 4.5 },
        { "on-bad", "bad", 4.5 }, { "on-bad", "bad-deep", 4.5 }, { "bad", "surface", 4.5 },
        { "good", "good-tint", 4.5 }, { "warn", "warn-tint", 4.5 }, { "bad", "bad-tint", 4.5 },
        { "text", "good-tint", 4.5 }, { "text", "warn-tint", 4.5 }, { "text", "bad-tint", 4.5 }, { "text", "accent-tint", 4.5 },
        { "edge", "surface", 3 }, { "edge", "bg", 3 }, { "accent", "line", 3 },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void What_stands_on_something_can_be_read(string above, string below, double least)
    {
        var light = Colours(":root");
        var dark = Colours("html[data-theme=\"dark\"]");

        Assert.True(Contrast(light[above], light[below]) >= least, $"light: {Contrast(light[above], light[below]):F2}");
        Assert.True(Contrast(dark[above], dark[below]) >= least, $"dark: {Contrast(dark[above], dark[below]):F2}");
    }

    [Theory]
    [InlineData(":root")]
    [InlineData("html[data-theme=\"dark\"]")]
    public void MudBlazor_gets_the_very_same_colours(string theme)
    {
        var colours = Colours(theme);

        Assert.All(Triple().Matches(Blocks(s_mud)[theme]), triple =>
            Assert.Equal(colours[triple.Groups[1].Value], Channels(triple.Groups[2].Value)));
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(Root(), "SecurityPortal", "wwwroot", file));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SecurityPortal.sln")))
            folder = folder.Parent!;

        return folder.FullName;
    }

    private static Dictionary<string, string> Blocks(string css) => Block().Matches(css)
        .GroupBy(block => block.Groups[1].Value)
        .ToDictionary(blocks => blocks.Key, blocks => Blank().Replace(blocks.First().Groups[2].Value, ""));

    private static Dictionary<string, (double, double, double)> Colours(string theme) => Colour().Matches(Blocks(s_portal)[theme])
        .ToDictionary(colour => colour.Groups[1].Value, colour => Hex(colour.Groups[2].Value));

    private static (double, double, double) Hex(string hex)
    {
        var full = hex.Length == 3 ? string.Concat(hex.Select(digit => $"{digit}{digit}")) : hex;
        return (Channel(full[..2]), Channel(full[2..4]), Channel(full[4..]));

        static double Channel(string two) => int.Parse(two, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }

    private static (double, double, double) Channels(string triple)
    {
        var parts = triple.Split(',').Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return (parts[0], parts[1], parts[2]);
    }

    private static double Contrast((double, double, double) a, (double, double, double) b)
    {
        var (x, y) = (Luminance(a), Luminance(b));
        return (Math.Max(x, y) + 0.05) / (Math.Min(x, y) + 0.05);
    }

    private static double Luminance((double R, double G, double B) colour)
    {
        return (0.2126 * Linear(colour.R)) + (0.7152 * Linear(colour.G)) + (0.0722 * Linear(colour.B));

        static double Linear(double channel) =>
            channel / 255 <= 0.04045 ? channel / 255 / 12.92 : Math.Pow(((channel / 255) + 0.055) / 1.055, 2.4);
    }

    [GeneratedRegex(@"(:root|html:not\(\[data-theme=""light""\]\)|html\[data-theme=""dark""\]) \{([^}]*)\}")]
    private static partial Regex Block();

    [GeneratedRegex(@"--([a-z-]+):#([0-9a-f]{6}|[0-9a-f]{3});")]
    private static partial Regex Colour();

    [GeneratedRegex(@"--([a-z]+)-rgb:([0-9,]+);")]
    private static partial Regex Triple();

    [GeneratedRegex(@"\s")]
    private static partial Regex Blank();
}
