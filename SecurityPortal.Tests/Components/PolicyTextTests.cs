using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using SecurityPortal.Components.AdminPages;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Components;

/// <summary>The policy in force is told whole: of each figure that an operator can set there is a sentence.</summary>
public sealed class PolicyTextTests
{
    private static readonly string s_settings = Path.Combine(AppContext.BaseDirectory, "appsettings.json");

    public static TheoryData<string> Figures
    {
        get
        {
            using var json = JsonDocument.Parse(File.ReadAllText(s_settings));
            return [.. Leaves("Security", json.RootElement.GetProperty("Security")).Select(leaf => leaf.Key)];
        }
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public void A_figure_that_is_set_otherwise_is_told_otherwise(string key)
    {
        Dictionary<string, string?> strict = key == "Security:StrictPhones" ? new() { ["Security:Profile"] = "Strict" } : [];
        var changed = new Dictionary<string, string?>(strict) { [key] = Other(key, Configuration(strict)[key]) };

        foreach (var language in (string[])["en", "de"])
            Assert.NotEqual(Tell(language, strict), Tell(language, changed));
    }

    [Fact]
    public async Task So_are_those_by_which_the_health_of_channels_is_judged()
    {
        await using var portal = await Portal.OpenAsync(new()
        {
            ["Health:Window"] = "02:00:00",
            ["Health:Least"] = "21",
            ["Health:LimitedBelow"] = "0.51",
            ["Health:UnavailableBelow"] = "0.11",
            ["Health:SlowFrom"] = "00:03:00",
            ["Health:SilentAfter"] = "00:06:00",
            ["Health:LimitedFor"] = "04:00:00",
            ["Health:Pace"] = "31",
            ["Health:Countries:0:Country"] = "DE",
            ["Health:Countries:0:Status"] = "Limited",
        });
        var policy = (await portal.Service.PolicyAsync(await portal.StaffAsync(), Cancel)).Policy!;

        var told = Reading.In("en", () => string.Join(' ', PolicyText.Of(policy).Single(chapter => chapter.Title == "Delivery").Sentences));

        Assert.All(["2 hours", "21 messages", "51", "11", "3 minutes", "6 minutes", "4 hours", "31 a minute", "Texts to DE: Limited"], said => Assert.Contains(said, told, StringComparison.Ordinal));
    }

    private static IEnumerable<(string Key, JsonElement Value)> Leaves(string path, JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(part => Leaves($"{path}:{part.Name}", part.Value)),
        JsonValueKind.Array when element.GetArrayLength() == 0 => [($"{path}:0{(path.EndsWith("Networks", StringComparison.Ordinal) ? ":AnHour" : "")}", element)],
        JsonValueKind.Array => element.EnumerateArray().SelectMany((part, place) => Leaves($"{path}:{place.ToString(CultureInfo.InvariantCulture)}", part)),
        _ => [(path, element)],
    };

    private static string Other(string key, string? value) => (key, value) switch
    {
        ("Security:Profile", _) => "Strict",
        ("Security:StrictPhones", _) => "Never",
        (_, "True" or "true") => "false",
        (_, null) => key.EndsWith("AnHour", StringComparison.Ordinal) ? "77" : "corp.example",
        var (_, number) when int.TryParse(number, CultureInfo.InvariantCulture, out var whole) => (whole + 1).ToString(CultureInfo.InvariantCulture),
        var (_, number) when double.TryParse(number, CultureInfo.InvariantCulture, out var part) => (part / 2).ToString(CultureInfo.InvariantCulture),
        var (_, length) when TimeSpan.TryParse(length, CultureInfo.InvariantCulture, out var span) => (span * 2).ToString(),
        _ => "other.example",
    };

    private static string Tell(string language, Dictionary<string, string?> settings)
    {
        var options = Configuration(settings).GetSection(SecurityOptions.Section).Get<SecurityOptions>()!;
        return Reading.In(language, () => string.Join('\n', PolicyText.Of(new(options.ToPolicy(), options.Retention)).SelectMany(chapter => chapter.Sentences)));
    }

    private static IConfigurationRoot Configuration(Dictionary<string, string?> settings) =>
        new ConfigurationBuilder().AddJsonFile(s_settings).AddInMemoryCollection(settings).Build();
}
