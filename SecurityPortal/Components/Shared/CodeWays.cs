using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.Shared;

/// <summary>By which ways codes go, and what a page offers once one is out.</summary>
public static class CodeWays
{
    /// <param name="other">What leads to another method, where anything does.</param>
    public static WaysOffered Of(ChallengeView sent, string? other = null) => new(CodeWords.Send_Another, CallOf(sent), other);

    /// <summary>What the button for a call says; null where nobody can be called, or is anyway.</summary>
    public static string? CallOf(ChallengeView sent) => sent switch
    {
        { MayCall: false } => null,
        { IsCall: true } => WayWords.Call_Again,
        _ => WayWords.Call_Instead,
    };

    public static Channel ChannelOf(MethodView? method) => method switch
    {
        null or { Kind: MethodKind.Email } => Channel.Email,
        { TakesTexts: true } => Channel.Sms,
        _ => Channel.Voice,
    };

    public static Channel ChannelOf(MethodKind? kind) => kind == MethodKind.Phone ? Channel.Sms : Channel.Email;
}
