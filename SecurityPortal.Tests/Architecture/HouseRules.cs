using ArchUnitNET.Fluent.Syntax.Elements.Types;
using ArchUnitNET.Loader;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace SecurityPortal.Tests.Architecture;

/// <summary>Which folder may know of which. README.md draws the same picture.</summary>
public sealed class HouseRules
{
    private static readonly System.Reflection.Assembly s_portal = typeof(Program).Assembly;

    private static readonly ArchUnitNET.Domain.Architecture s_house = new ArchLoader().LoadAssembly(s_portal).Build();

    private static readonly Dictionary<string, string[]> s_mayKnow = new()
    {
        ["Domain"] = [],
        ["Resources"] = ["Domain"],
        ["Storage"] = ["Domain"],
        ["Service"] = ["Domain", "Resources", "Storage"],
        ["Delivery"] = ["Domain"],
        ["Work"] = ["Delivery", "Domain", "Service"],
        ["Web"] = ["Domain", "Resources", "Service"],
        ["Components"] = ["Domain", "Resources", "Service", "Web"],
        ["Rehearsal"] = ["Delivery", "Domain", "Resources", "Service", "Work"],
        ["Commands"] = ["Domain", "Resources", "Service"],
    };

    private const string Frameworks =
        @"^(Microsoft\.EntityFrameworkCore|Microsoft\.AspNetCore|Microsoft\.Extensions|MudBlazor|MailKit|FluentValidation)";

    public static TheoryData<string, string> Forbidden =>
    [
        .. from folder in s_mayKnow.Keys
           from other in s_mayKnow.Keys.Except(s_mayKnow[folder])
           where other != folder
           select (folder, other),
    ];

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void A_folder_knows_only_the_folders_it_may_know(string folder, string other) =>
        Check(In(folder).Should().NotDependOnAny(In(other)));

    [Fact]
    public void The_domain_knows_nothing_but_the_language() =>
        Check(In("Domain").Should().NotDependOnAny(
            Types(includeReferenced: true).That().ResideInNamespaceMatching(Frameworks)));

    [Fact]
    public void Every_folder_is_in_the_picture() => Assert.Empty(Folders().Except(s_mayKnow.Keys));

    private static IEnumerable<string> Folders() => s_portal.GetTypes()
        .Select(type => type.Namespace?.Split('.'))
        .Where(parts => parts is ["SecurityPortal", _, ..])
        .Select(parts => parts![1])
        .Distinct();

    private static GivenTypesConjunction In(string folder) =>
        Types().That().ResideInNamespaceMatching($@"^SecurityPortal\.{folder}(\.|$)");

    /// <summary>A folder of which nothing is built yet breaks no rule.</summary>
    private static void Check(TypesShouldConjunction rule) =>
        Assert.Empty(rule.WithoutRequiringPositiveResults().Evaluate(s_house)
            .Where(result => !result.Passed)
            .Select(result => result.Description));
}
