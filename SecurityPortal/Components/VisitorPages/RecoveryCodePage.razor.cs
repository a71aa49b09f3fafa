using Microsoft.AspNetCore.Components;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Web;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>One of the codes that were kept on paper opens the account at once (R-PASS-6).</summary>
public sealed partial class RecoveryCodePage(SecurityInfoService service, TypedName names, SayOnce saying, NavigationManager navigation)
    : SessionPage(names, saying, navigation)
{
    public const string Path = "/sign-in/recovery-code";

    private const string UseForm = "recovery-code";
    private const string FieldName = "recovery";

    private readonly SayOnce _saying = saying;
    private readonly TypedName _names = names;

    private string? _fault;
    private Said? _failed;

    [SupplyParameterFromForm(FormName = UseForm, Name = FieldName)]
    private string? Typed { get; set; }

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _failed = TakeSaidOf(FieldName);
        _fault = _failed?.Text;
    }

    private async Task UseAsync()
    {
        if (LeavesWhenDone())
            return;

        // What cannot be a code was not tried: it stays in its field.
        var answer = await service.CompleteSignInByRecoveryCodeAsync(Owner, Typed ?? "", Leaving);
        if (answer.Owner is { } owner)
            await EnterAsync(owner);
        else if (answer.Refusal is Refusal.NotARecoveryCode)
            _fault = Words(answer.Refusal, Overview.Now);
        else
            TurnDown(answer.Refusal!);
    }

    private async Task EnterAsync(Owner owner)
    {
        await Context.KeepAsync(owner);
        _names.Forget(Context);
        GoTo(Wayfinding.Next(await service.OverviewAsync(owner, Leaving), Wayfinding.WantedBy(Context)));
    }

    private void TurnDown(Refusal refusal)
    {
        _saying.SayFailed(Context, Path, refusal, FieldName);
        GoTo(To(Path));
    }
}
