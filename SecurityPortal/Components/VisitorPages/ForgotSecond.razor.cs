using Microsoft.AspNetCore.Components;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>The second proof of a reset: a method of another kind than the first, or a recovery code.</summary>
public sealed partial class ForgotSecond
{
    [Parameter]
    [EditorRequired]
    public ResetView Reset { get; set; } = null!;

    [Parameter]
    public Said? Failed { get; set; }

    [CascadingParameter]
    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>A code that is out is not sent again, so what was chosen is not offered once more.</summary>
    private IEnumerable<ResetMethodView> Others => Reset.Seconds.Where(second => second.Id != Reset.Asked?.Id);

    private bool HasOthers => Others.Any() || Reset.HasRecoveryCodes;

    private static string WordsOf(ResetMethodView method) => method switch
    {
        { Kind: MethodKind.Email } => SignInWords.Method_Email,
        { Kind: MethodKind.AuthenticatorApp } => MethodWords.App_SignIn,
        { Kind: MethodKind.Passkey } => MethodWords.Passkey_Use,
        { TakesTexts: true } => SignInWords.Method_Text,
        _ => WayWords.Method_Call,
    };
}
