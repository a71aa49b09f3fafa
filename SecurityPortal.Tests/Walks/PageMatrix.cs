using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Walks;

/// <summary>
/// Every address of the portal, opened or sent a form by everybody who may come there: what each is answered stands in a
/// table.
/// </summary>
public sealed class PageMatrix
{
    public static TheoryData<string> Visitors => ["nobody", "limited", "newcomer", "pending", "full", "distrusted", "undo", "reminded"];

    [Theory]
    [MemberData(nameof(Visitors))]
    public async Task Every_address_answers_a_visitor_as_the_table_says(string visitor)
    {
        await using WalkPortal portal = new();
        var browser = await ArriveAsync(portal, visitor);
        List<string> wrong = [];
        foreach (var address in Addresses(portal))
        {
            var answer = await AnswerAsync(address, browser);
            if (PageMatrixTable.Expected.GetValueOrDefault((address, visitor)) is var expected && answer != expected)
                wrong.Add($"{address}: {answer}, not {expected}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>Who may come there is told so on a page, others are led away as ever; nobody's form is taken.</summary>
    [Theory]
    [MemberData(nameof(Visitors))]
    public async Task A_form_without_its_token_is_never_taken(string visitor)
    {
        await using WalkPortal portal = new();
        var browser = await ArriveAsync(portal, visitor);
        List<string> wrong = [];
        foreach (var address in Addresses(portal))
        {
            var answer = await browser.SendAsync(new(PathOf(address), [("_handler", "verify"), ("code", "000000")]));
            var isLedAway = answer.Status == 302 && PageMatrixTable.Expected[(address, visitor)] == $"302:{answer.Location?.Split('?')[0]}";
            var isTold = answer.Status == 400 && answer.Body.Contains("This page was open too long", StringComparison.Ordinal);
            if (!isLedAway && !isTold && answer.Status != 405)
                wrong.Add($"{address}: {answer.Status} {answer.Location}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Every_address_is_in_the_table()
    {
        using WalkPortal portal = new();

        Assert.Equal(
            PageMatrixTable.Expected.Keys.Select(cell => cell.Operation).Distinct().Order(StringComparer.Ordinal),
            Addresses(portal).Order(StringComparer.Ordinal));
    }

    private static async Task<WalkBrowser> ArriveAsync(WalkPortal portal, string visitor)
    {
        var standing = visitor switch
        {
            "limited" => Standing.PasswordsGiven,
            "newcomer" => Standing.Newcomer,
            "pending" => Standing.Pending,
            "full" => Standing.SignedIn,
            "distrusted" => Standing.Distrusted,
            _ => Standing.Nothing,
        };
        var scene = await Scene.OpenAsync(portal, seed: 1, standing == Standing.Newcomer);
        Situation situation = new(scene, new(scene));
        await situation.BeginAsync(standing, new(1));
        if (visitor == "distrusted")
            _ = await situation.SignInAsync(scene.Browsers[0]);
        if (visitor == "reminded")
        {
            portal.Clock.Advance(91.Days);
            _ = await situation.SignInAsync(scene.Browsers[0]);
        }

        if (visitor == "undo")
            _ = await situation.BeginUndoAsync(scene.Browsers[0]);
        return scene.Browsers[visitor == "nobody" ? 4 : 0];
    }

    /// <summary>With its methods, and those last that end a session.</summary>
    private static IEnumerable<string> Addresses(WalkPortal portal)
    {
        _ = portal.Server;
        var endpoints = portal.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null && !IsFrameworks(endpoint.RoutePattern.RawText!));
        return endpoints.SelectMany(endpoint => Methods(endpoint).Select(method => $"{method}:/{endpoint.RoutePattern.RawText!.TrimStart('/')}"))
            .Distinct().OrderBy(address => address is "POST:/sign-out" or "POST:/sign-in/forget").ThenBy(address => address, StringComparer.Ordinal);
    }

    private static bool IsFrameworks(string pattern) =>
        pattern.Contains("_blazor", StringComparison.Ordinal) || pattern.Contains("_framework", StringComparison.Ordinal) || pattern.Contains('*', StringComparison.Ordinal);

    private static IEnumerable<string> Methods(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null
            ? ["GET"]
            : endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"];

    private static async Task<string> AnswerAsync(string address, WalkBrowser visitor)
    {
        var isPage = address.StartsWith("GET:", StringComparison.Ordinal);
        var answer = await visitor.SendAsync(new(PathOf(address), isPage ? null : [(Form.Token, await TokenAsync(visitor))]));
        return answer.Location is { } location ? $"{answer.Status}:{location.Split('?')[0]}" : $"{answer.Status}";
    }

    private static string PathOf(string address) => address[(address.IndexOf('/', StringComparison.Ordinal))..]
        .Replace("{token}", "none", StringComparison.Ordinal).Replace("{Token}", "none", StringComparison.Ordinal).Replace("{Number}", "none", StringComparison.Ordinal).Replace("{number}", "none", StringComparison.Ordinal)
        .Replace("{Status:int}", "404", StringComparison.Ordinal).Replace("{Id:guid}", $"{Guid.Empty}", StringComparison.Ordinal).Replace("{Id:long}", "1", StringComparison.Ordinal);

    private static async Task<string> TokenAsync(WalkBrowser visitor)
    {
        Asked page = new("/message", null);
        visitor.See(page, await visitor.SendAsync(page));
        return visitor.Page[0][Form.Token]!;
    }
}
