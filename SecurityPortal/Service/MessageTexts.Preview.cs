using SecurityPortal.Domain;

namespace SecurityPortal.Service;

/// <summary>A message as its reader would get it, made up to be looked at: it is neither stored nor sent.</summary>
/// <param name="Code">Its digits as they stand in it, which open nothing.</param>
/// <param name="Button">What a mail's link says; null where none is sent.</param>
public sealed record MessagePreview(Channel By, string Subject, string Text, string Code, string? Hint, string? Button);

public sealed partial class MessageTexts
{
    private const string ExampleDigits = "12345678";
    private const string ExampleReference = "K7";

    public MessagePreview Preview(SecurityProfile profile, SecurityMethod method, string language, Owner reader, CodePolicy codes, DateTimeOffset now)
    {
        var digits = ExampleDigits[..(profile.IsPrivileged ? codes.PrivilegedDigits : codes.Digits)];
        NewCode code = new(default, digits, new([], 0), ExampleReference);
        Challenge challenge = new()
        {
            Id = code.Challenge,
            Purpose = Purpose.SignIn,
            Session = reader.Session,
            Method = method.Id,
            ContactKey = method.Key,
            Seal = code.Seal,
            Reference = code.Reference,
            AskedAt = now,
            ExpiresAt = now + codes.Life,
            LastSentAt = now,
            IsCall = Message.ChannelOf(method.Contact) is Channel.Voice,
        };
        CodeDispatch dispatch = new(challenge, method.Contact, language, code);
        var content = Code(profile, dispatch, code, token: null, reader, now);
        var culture = CultureOf(language);
        return dispatch.By is Channel.Email
            ? new(dispatch.By, content.Subject, content.Text, digits, Words($"{UseOf(LinkUse.NotAskedFor)}_Hint", culture, []), Words($"{UseOf(LinkUse.NotAskedFor)}_Button", culture, []))
            : new(dispatch.By, content.Subject, content.Text, digits, null, null);
    }
}
