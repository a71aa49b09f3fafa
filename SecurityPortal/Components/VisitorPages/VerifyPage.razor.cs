using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Web;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>One row for each method that a code can be sent to, the default first. Pressing a row is what sends the code.</summary>
public sealed partial class VerifyPage(SecurityInfoService service, TypedName names, SayOnce saying, NavigationManager navigation)
    : SessionPage(names, saying, navigation)
{
    public const string Path = "/sign-in/verify";

    private const string RegisterPath = "/register";

    private readonly HashSet<MethodId> _stopped = [];
    private ImmutableDictionary<MethodId, DateTimeOffset> _full = [];

    private MethodView[] Rows => [.. Overview.SigningIn];

    /// <summary>What this sign-in takes no codes of.</summary>
    private Refusal[] TooWeak =>
        [.. Overview.Usable.Where(method => !method.SignsIn).Select(method => Overview.TakesStrongOnly ? new Refusal.NotForStaff() : (Refusal)new Refusal.NotForSignIn(method.Kind)).Distinct()];

    protected override void OnInitialized()
    {
        base.OnInitialized();

        // Whoever has nothing to choose from yet is to register first.
        if (Reach.NextStep(Overview) is RegisterPath)
            GoTo(RegisterPath);
    }

    protected override async Task OnInitializedAsync()
    {
        _full = await service.FullMethodsAsync(Owner, Leaving) ?? [];
        foreach (var open in Overview.Challenges.Where(sent => sent.Purpose == Purpose.SignIn))
        {
            if (await service.CodeWayAsync(Owner, open.Id, Leaving) is { HasStopped: true })
                _ = _stopped.Add(open.Method);
        }
    }
}
