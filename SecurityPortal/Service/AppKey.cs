namespace SecurityPortal.Service;

/// <summary>What an app is set up with (R-PASS-4). It is shown while that goes on, and never after.</summary>
/// <param name="Key">The seed in base32 without padding, of which apps make different things.</param>
/// <param name="Uri">The same for a camera, in the form that authenticator apps have agreed on (otpauth).</param>
public sealed record AppKey(Domain.MethodId Method, string Key, string Uri)
{
    private const int GroupLength = 4;

    /// <summary>For typing: in groups that the eye finds again.</summary>
    public string Grouped => string.Join(' ', Key.Chunk(GroupLength).Select(group => new string(group)));

    /// <summary>The figures are said although they are what apps take anyway: some ask for them.</summary>
    public static string UriOf(string key, string organisation, string accountName)
    {
        var issuer = System.Uri.EscapeDataString(organisation);
        return $"otpauth://totp/{issuer}:{System.Uri.EscapeDataString(accountName)}?secret={key}&issuer={issuer}&algorithm=SHA1&digits=6&period=30";
    }
}
