using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Service;

namespace SecurityPortal.Components.StaffPages;

/// <summary>One try to sign in, in words, with what was unusual about it (R-SIGN-6, R-RISK-1).</summary>
public sealed partial class SignInEntryPage(SecurityInfoService service, NavigationManager navigation, TimeProvider clock) : PortalPage(service, navigation)
{
    private SignInDetail? _detail;

    [Parameter]
    public long Id { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        _detail = await Service.SignInForStaffAsync(Owner, Id, Leaving);

        // To read is use of the session, and one that has ended is left.
        _ = await OverviewAsync();
    }

    private static BannerKind KindOf(SignInResult result) => result switch
    {
        SignInResult.SignedIn => BannerKind.Good,
        SignInResult.GotOn => BannerKind.Info,
        SignInResult.Failed => BannerKind.Warning,
    };
}
