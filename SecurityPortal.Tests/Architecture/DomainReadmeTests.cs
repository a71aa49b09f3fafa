using System.Text.RegularExpressions;

namespace SecurityPortal.Tests.Architecture;

/// <summary>Domain/README.md says of each rule which test holds it.</summary>
public sealed partial class DomainReadmeTests
{
    private static readonly HashSet<string> s_tests =
    [
        .. from type in typeof(DomainReadmeTests).Assembly.GetTypes()
           from method in type.GetMethods()
           where method.IsDefined(typeof(FactAttribute), inherit: true)
           select $"{type.Name}.{method.Name}",
    ];

    // Those of the rules that the portal keeps so far; others follow with what they are about.
    private static readonly string[] s_kept =
    [
        .. Rules("METH", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16),
        .. Rules("CODE", 1, 2, 3, 4, 5, 6, 7, 8, 9),
        .. Rules("SIGN", 1, 2, 3, 4, 5, 6, 7),
        .. Rules("PEND", 2, 3, 4, 5, 6, 7, 8),
        .. Rules("RESTRICT", 1, 2, 3, 4),
        .. Rules("BLOCK", 1, 2, 3, 4, 5, 6, 7, 8),
        .. Rules("RISK", 1, 2, 3),
        .. Rules("DEL", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
        .. Rules("ACT", 1),
        .. Rules("REM", 1, 2, 3),
        .. Rules("PASS", 1, 2, 3, 4, 5, 6),
        .. Rules("FORM", 1, 2, 3),
        .. Rules("HELP", 8),
    ];

    private static readonly string s_readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Domain", "README.md"));

    [Fact]
    public void Every_test_that_it_names_is_there() =>
        Assert.All(TestName().Matches(s_readme), match => Assert.Contains(match.Groups[1].Value, s_tests));

    [Fact]
    public void Every_row_names_a_test() =>
        Assert.All(s_readme.Split('\n').Where(line => line.StartsWith("| R-", StringComparison.Ordinal)), row => Assert.Matches(TestName(), row));

    [Fact]
    public void Every_rule_that_is_kept_is_in_it() =>
        Assert.All(s_kept, rule => Assert.Contains($"| {rule} |", s_readme, StringComparison.Ordinal));

    private static IEnumerable<string> Rules(string topic, params int[] numbers) => numbers.Select(number => $"R-{topic}-{number}");

    [GeneratedRegex(@"`(\w+\.[A-Z]\w*_\w+)`")]
    private static partial Regex TestName();
}
