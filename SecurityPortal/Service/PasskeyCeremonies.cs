using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

/// <summary>What a browser is asked to do with a passkey.</summary>
/// <param name="Options">For the browser, in JSON as Web Authentication spells it.</param>
/// <param name="Token">To be given back with the answer; it says what was asked, of whom, and until when.</param>
public sealed record PasskeyAsk(string Options, string Token);

/// <summary>One asking for a passkey, sealed in its token: it serves its purpose, in its session or browser, once (R-CODE-7).</summary>
/// <param name="For"><c>session:</c> or <c>browser:</c> and its id.</param>
/// <param name="State">What the framework wants back: the challenge, and whose it is.</param>
internal sealed record PasskeyCeremony(Guid Id, Purpose Purpose, string For, DateTimeOffset EndsAt, string State);

/// <summary>
/// The framework's Web Authentication, as this portal wants it: the user is verified, the passkey can be found without a
/// name, and only this portal's own address counts (R-PASS-5). Nothing is kept between asking and answer.
/// </summary>
public sealed class PasskeyCeremonies(PortalAddress address, IDataProtectionProvider protection)
{
    /// <summary>As long as a code.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private const string Required = "required";

    // In an authenticator's answer: byte 32 holds the flags, their third bit says that the user was verified.
    private const int FlagsAt = 32;
    private const int UserVerified = 4;

    private readonly IDataProtector _protector = protection.CreateProtector("SecurityPortal.PasskeyCeremonies");

    internal async Task<PasskeyAsk> ToMakeAsync(PasskeyOwner owner, string whose, DateTimeOffset now)
    {
        var made = await Handler(_ => Task.FromResult<PasskeyOwner?>(owner)).MakeCreationOptionsAsync(
            new() { Id = owner.Id.ToString(), Name = owner.Name, DisplayName = owner.Name }, new DefaultHttpContext());
        return Ask(made.CreationOptionsJson, made.AttestationState!, Purpose.ConfirmMethod, whose, now);
    }

    /// <param name="owner">Null where the passkey itself is to say whose it is.</param>
    internal async Task<PasskeyAsk> ToProveAsync(PasskeyOwner? owner, Purpose purpose, string whose, DateTimeOffset now)
    {
        var made = await Handler(_ => Task.FromResult(owner)).MakeRequestOptionsAsync(owner, new DefaultHttpContext());
        return Ask(made.RequestOptionsJson, made.AssertionState!, purpose, whose, now);
    }

    /// <summary>Null where it was asked for something else, elsewhere, or too long ago.</summary>
    internal PasskeyCeremony? Open(string? token, Purpose purpose, string whose, DateTimeOffset now)
    {
        try
        {
            var ceremony = token is null ? null : JsonSerializer.Deserialize<PasskeyCeremony>(_protector.Unprotect(token));
            return ceremony is not null && ceremony.Purpose == purpose && ceremony.For == whose && now < ceremony.EndsAt ? ceremony : null;
        }
        catch (Exception fault) when (fault is CryptographicException or JsonException or FormatException)
        {
            return null;
        }
    }

    internal async Task<(PasskeyFault? Fault, PasskeyCredential? Made)> TakeMadeAsync(PasskeyCeremony ceremony, string answer)
    {
        var isForeign = false;
        var result = await Handler(_ => Task.FromResult<PasskeyOwner?>(null), () => isForeign = true)
            .PerformAttestationAsync(new() { HttpContext = new DefaultHttpContext(), CredentialJson = answer, AttestationState = ceremony.State });
        return result.Succeeded
            ? (null, new(result.Passkey.CredentialId, result.Passkey.PublicKey, result.Passkey.SignCount, [.. result.Passkey.Transports ?? []], result.Passkey.IsBackupEligible, result.Passkey.IsBackedUp))
            : (isForeign ? PasskeyFault.WrongOrigin : PasskeyFault.Invalid, null);
    }

    internal async Task<(PasskeyFault? Fault, PasskeyAnswer? Answer, AccountId? Account)> TakeProofAsync(
        PasskeyCeremony ceremony, string answer, Func<AccountId, Task<PasskeyOwner?>> find)
    {
        var isForeign = false;
        PasskeyOwner? owner = null;
        var result = await Handler(async id => owner = await find(id), () => isForeign = true)
            .PerformAssertionAsync(new() { HttpContext = new DefaultHttpContext(), CredentialJson = answer, AssertionState = ceremony.State });
        if (result.Succeeded)
            return (null, new(NameOf(result.Passkey.CredentialId), result.Passkey.SignCount, result.Passkey.IsBackedUp), result.User.Id);

        var fault = isForeign ? PasskeyFault.WrongOrigin : IsUnverified(answer) ? PasskeyFault.NotVerified : IsKnown(owner, answer) ? PasskeyFault.Invalid : PasskeyFault.Unknown;
        return (fault, null, owner?.Id);
    }

    private static string NameOf(byte[] credential) => System.Buffers.Text.Base64Url.EncodeToString(credential);

    private static bool IsKnown(PasskeyOwner? owner, string answer) =>
        TextOf(answer, "id") is not { } id || owner?.Passkeys.Any(passkey => passkey.Name == id) == true;

    private static bool IsUnverified(string answer) =>
        TextOf(answer, "response", "authenticatorData") is { } data && BytesOf(data) is { Length: > FlagsAt } bytes && (bytes[FlagsAt] & UserVerified) == 0;

    /// <summary>Only what is said of a failure hangs on it.</summary>
    private static string? TextOf(string answer, params string[] path)
    {
        try
        {
            using var document = JsonDocument.Parse(answer);
            var element = document.RootElement;
            foreach (var name in path)
            {
                if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                    return null;
            }

            return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static byte[] BytesOf(string text)
    {
        try
        {
            return System.Buffers.Text.Base64Url.DecodeFromChars(text);
        }
        catch (FormatException)
        {
            return [];
        }
    }

    private PasskeyAsk Ask(string options, string state, Purpose purpose, string whose, DateTimeOffset now) =>
        new(options, _protector.Protect(JsonSerializer.Serialize(new PasskeyCeremony(Guid.CreateVersion7(now), purpose, whose, now + Life, state))));

    private PasskeyHandler<PasskeyOwner> Handler(Func<AccountId, Task<PasskeyOwner?>> find, Action? foreign = null)
    {
        UserManager<PasskeyOwner> owners = new(
            new PasskeyOwners(find), null!, null!, [], [], null!, new IdentityErrorDescriber(), null!, NullLogger<UserManager<PasskeyOwner>>.Instance);
        return new(owners, Options.Create(new IdentityPasskeyOptions
        {
            ServerDomain = address.Value.IdnHost,
            UserVerificationRequirement = Required,
            ResidentKeyRequirement = Required,
            AuthenticatorTimeout = Life,
            ValidateOrigin = context => ValueTask.FromResult(IsOwn(context, foreign)),
        }));
    }

    private bool IsOwn(PasskeyOriginValidationContext context, Action? foreign)
    {
        var isOwn = !context.CrossOrigin && context.Origin == address.Value.GetLeftPart(UriPartial.Authority);
        if (!isOwn)
            foreign?.Invoke();
        return isOwn;
    }
}
