using ArchUnitNET.Fluent.Syntax.Elements.Types;
using ArchUnitNET.Loader;
using SecurityPortal.Service;
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
        ["Rehearsal"] = ["Components", "Delivery", "Domain", "Resources", "Service", "Web", "Work"],
        ["Commands"] = ["Delivery", "Domain", "Resources", "Service"],
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

    public static TheoryData<string> Operations => [.. typeof(SecurityInfoService).GetMethods()
        .Where(method => method.DeclaringType == typeof(SecurityInfoService))
        .Select(method => method.Name)];

    [Theory]
    [MemberData(nameof(Operations))]
    public void Every_operation_asks_who_is_asking_and_can_be_cancelled(string operation)
    {
        var asked = typeof(SecurityInfoService).GetMethod(operation)!.GetParameters().Select(parameter => parameter.ParameterType).ToArray();

        Assert.True(asked[0].IsAssignableTo(typeof(Caller)));
        Assert.Equal(typeof(CancellationToken), asked[^1]);
    }

    /// <summary>A pattern that matches nothing would keep every rule.</summary>
    [Fact]
    public void The_rules_can_fail()
    {
        Assert.False(In("Service").Should().NotDependOnAny(In("Domain")).HasNoViolations(s_house));
        Assert.False(In("Storage").Should().NotDependOnAny(
            Types(includeReferenced: true).That().ResideInNamespaceMatching(Frameworks)).HasNoViolations(s_house));
    }

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
