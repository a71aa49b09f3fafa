using SecurityPortal.Resources;

namespace SecurityPortal.Components.Shared;

/// <summary>Why a browser gave no passkey: its script's words, and what they mean to people.</summary>
public static class PasskeyFaults
{
    public const string Cancelled = "cancelled";

    private const string There = "there";
    private const string Unsupported = "unsupported";
    private const string Address = "address";

    public static string Of(string? fault) => fault switch
    {
        Cancelled => MethodWords.Passkey_Cancelled,
        There => MethodWords.Passkey_There,
        Unsupported => MethodWords.Passkey_Unsupported,
        Address => MethodWords.Passkey_Address,
        _ => MethodWords.Passkey_Failed,
    };
}
