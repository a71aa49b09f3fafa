using System.Diagnostics;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.StaffPages;

/// <summary>What staff read of an account, in words; filed in <see cref="StaffWords"/> under its name.</summary>
public static class StaffText
{
    public static string Of(AccountAdvice advice) => Words($"Advice_{advice}");

    public static string Of(CaseKind kind) => Words($"Case_{kind}");

    public static string Of(StaffBlock block) =>
        $"{Words($"Scope_{block.Scope}")}{(block.Shown is null ? "" : $" ({block.Shown})")}: {BlockWords.ResourceManager.GetString($"Reason_{block.Reason}", BlockWords.Culture)}";

    public static string Of(StaffDelivery sent) => sent.Kind switch
    {
        Message.CodeKind => StaffWords.Delivery_Code,
        Message.TestKind => StaffWords.Delivery_Test,
        _ => LinkWords.ResourceManager.GetString($"Event_{sent.Kind}", LinkWords.Culture) ?? ActivityText.Of($"Event_{sent.Kind}", sent.Shown),
    };

    public static string StateOf(MethodView method) => method switch
    {
        { LostAt: not null } => StaffWords.Method_ReportedLost,
        { SuspendedAt: not null } => StaffWords.Method_Suspended,
        { IsDisabled: true } => StaffWords.Method_Disabled,
        { IsOpen: true } => StaffWords.Method_Works,
        _ => StaffWords.Method_Unusable,
    };

    public static string? PlaceOf(StaffSignIn tried) => tried switch
    {
        { Country: { } country, City: { } city } => ActivityWords.Place.With(city, CountryNames.NameOf(country)),
        { Country: { } country } => CountryNames.NameOf(country),
        _ => null,
    };

    private static string Words(string key) =>
        StaffWords.ResourceManager.GetString(key, StaffWords.Culture) ?? throw new UnreachableException($"No words for {key}.");
}
