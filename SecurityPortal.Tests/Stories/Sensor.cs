using Microsoft.Playwright;

namespace SecurityPortal.Tests.Stories;

/// <summary>
/// Chromium's own authenticator, in the place of a finger on a sensor. It rests until it is touched; then whatever asks is
/// answered, a field that offers passkeys in its list among them.
/// </summary>
internal sealed class Sensor
{
    private readonly ICDPSession _session;
    private readonly string _id;

    private Sensor(ICDPSession session, string id) => (_session, _id) = (session, id);

    /// <summary>The lists of fields offer no passkeys before <see cref="OfferInFieldsAsync"/>.</summary>
    public static async Task<Sensor> OnAsync(Person person)
    {
        await person.Page.AddInitScriptAsync("PublicKeyCredential.isConditionalMediationAvailable = async () => localStorage.getItem('offers-passkeys') === 'yes';");

        var session = await person.Page.Context.NewCDPSessionAsync(person.Page);
        _ = await session.SendAsync("WebAuthn.enable", new() { ["enableUI"] = false });
        var added = await session.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = false,
            },
        });
        return new(session, added!.Value.GetProperty("authenticatorId").GetString()!);
    }

    /// <summary>The finger rests on it until this is done.</summary>
    public async Task TouchAsync(Func<Task> until)
    {
        await PressAsync(true);
        await until();
        await PressAsync(false);
    }

    public static Task OfferInFieldsAsync(Person person) => person.Page.EvaluateAsync("localStorage.setItem('offers-passkeys', 'yes')");

    /// <summary>Whether the finger is the owner's.</summary>
    public Task RecogniseAsync(bool isOwner) =>
        _session.SendAsync("WebAuthn.setUserVerified", new() { ["authenticatorId"] = _id, ["isUserVerified"] = isOwner });

    private Task PressAsync(bool isPressed) =>
        _session.SendAsync("WebAuthn.setAutomaticPresenceSimulation", new() { ["authenticatorId"] = _id, ["enabled"] = isPressed });

    /// <summary>Its passkeys as another one would have them that was copied when they had counted to this.</summary>
    public async Task CountFromAsync(int count)
    {
        var kept = await _session.SendAsync("WebAuthn.getCredentials", new() { ["authenticatorId"] = _id });
        foreach (var credential in kept!.Value.GetProperty("credentials").EnumerateArray())
        {
            var copy = credential.EnumerateObject().ToDictionary(part => part.Name, part => (object)part.Value);
            copy["signCount"] = count;
            _ = await _session.SendAsync("WebAuthn.removeCredential", new() { ["authenticatorId"] = _id, ["credentialId"] = credential.GetProperty("credentialId").GetString()! });
            _ = await _session.SendAsync("WebAuthn.addCredential", new() { ["authenticatorId"] = _id, ["credential"] = copy });
        }
    }
}
