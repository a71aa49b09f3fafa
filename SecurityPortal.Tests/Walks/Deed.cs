using SecurityPortal.Domain;
using SecurityPortal.Service;

namespace SecurityPortal.Tests.Walks;

/// <summary>What a browser tried to do, whether or not the portal let it.</summary>
/// <param name="As">The session its cookie named when it tried.</param>
internal abstract record Deed(WalkBrowser By, Owner? As)
{
    public sealed record GavePassword(WalkBrowser By, Owner? As, string Name, string Password) : Deed(By, As);

    public sealed record TypedCode(WalkBrowser By, Owner? As, ChallengeId Challenge, string Typed) : Deed(By, As);

    public sealed record PressedLink(WalkBrowser By, Owner? As, string Token, string Verb, string Password) : Deed(By, As);

    public sealed record ChosePassword(WalkBrowser By, Owner? As, string Password) : Deed(By, As);

    /// <summary>In a circuit, whose pages call the service.</summary>
    public sealed record Called(WalkBrowser By, Owner? As, string Operation) : Deed(By, As);

    public sealed record Other(WalkBrowser By, Owner? As) : Deed(By, As);
}

/// <summary>Reads what a request tries to do from the request alone.</summary>
internal sealed class DeedReader(Asked asked, WalkBrowser by, Owner? owner, IReadOnlyDictionary<string, string> sealedNames)
{
    private string Path => asked.Path.Split('?')[0];

    public Deed Read() => (Path.Split('/'), Of("_handler")) switch
    {
        _ when asked.Fields is null => new Deed.Other(by, owner),
        (["", "sign-in"], "password") when sealedNames.GetValueOrDefault(Of("name")) is { } name => new Deed.GavePassword(by, owner, name, Of("password")),
        (["", "sign-in", "code"], "verify") => TypedCode(),
        (["", "message", "undo"], "undo") => TypedCode(),
        (["", "message", var token, var verb], _) => new Deed.PressedLink(by, owner, token, verb, ""),
        (["", "message", var token], "undo") => new Deed.PressedLink(by, owner, token, "undo", Of("password")),
        (["", "change-password"], _) => new Deed.ChosePassword(by, owner, Of("password")),
        _ => new Deed.Other(by, owner),
    };

    private Deed TypedCode() => Guid.TryParse(Of("challenge"), out var challenge)
        ? new Deed.TypedCode(by, owner, new(challenge), Of("code"))
        : new Deed.Other(by, owner);

    private string Of(string field) => asked.Fields?.FirstOrDefault(one => one.Name == field).Value ?? "";
}
