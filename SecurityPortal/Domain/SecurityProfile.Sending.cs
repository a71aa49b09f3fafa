namespace SecurityPortal.Domain;

// A code that may be sent goes out, for the first time or once more.
public sealed partial class SecurityProfile
{
    private Refusal? Send(Asker by, Purpose purpose, MethodId method, NewCode code, SecurityPolicy policy, DateTimeOffset now, bool isCall = false) =>
        Send(DestinationOf(by, purpose, method)!.Value, by, purpose, method, code, policy, now, isCall);

    private Refusal? Send(Destination destination, Asker by, Purpose purpose, MethodId method, NewCode code, SecurityPolicy policy, DateTimeOffset now, bool isCall = false)
    {
        var (to, language, countedAs) = destination;
        DropChallenges(old => old.Session == by.Session && old.Purpose == purpose && old.Method == method && old.AnsweredAt is null, now);
        if (purpose != Purpose.Disown)
            ForgetBefore(Latest(by.Session, purpose, countedAs));
        Challenge challenge = new()
        {
            Id = code.Challenge,
            Purpose = purpose,
            Session = by.Session,
            Method = method,
            ContactKey = countedAs,
            Seal = code.Seal,
            Reference = code.Reference,
            AskedAt = now,
            LastSentAt = now,
            Sends = to.IsDestination ? 1 : 0,
            SentFrom = to.IsDestination ? [new(by.Source, now)] : [],
            IsCall = isCall || IsCalledOnly(to),
            ExpiresAt = now + policy.Codes.Life,
        };
        Challenges = Challenges.Add(challenge);
        if (to.IsDestination)
            _dispatches.Add(new(challenge, to, language, code));
        return null;
    }

    private Refusal? Resend(Asker by, Challenge sent, DateTimeOffset now, bool isCall) =>
        Resend(DestinationOf(by, sent.Purpose, sent.Method)!.Value, by, sent, now, isCall);

    private Refusal? Resend(Destination destination, Asker by, Challenge sent, DateTimeOffset now, bool isCall)
    {
        var again = sent with
        {
            Sends = sent.Sends + 1,
            LastSentAt = now,
            SentFrom = sent.SentFrom.Add(new(by.Source, now)),
            IsCall = isCall || IsCalledOnly(destination.To),
        };
        Challenges = Challenges.Replace(sent, again);
        _dispatches.Add(new(again, destination.To, destination.Language, Code: null));
        return null;
    }

    private static bool IsCalledOnly(Contact to) => to.Kind == MethodKind.Phone && !PhoneNumber.TakesTexts(to.Value);
}
