using SecurityPortal.Domain;

namespace SecurityPortal.Service;

internal sealed partial class OverviewMaker
{
    /// <summary>How far a challenge's latest message has come, as this session may know it.</summary>
    public CodeWay? Way(Challenge challenge, Message message) => ContactOf(challenge) is { } to
        ? Facts(challenge, message, Shown(to, IsShown(challenge)), now) with
        {
            Block = BlockView.Of(profile.BlocksOf(challenge, by, now), MayLengthen),
            MayCall = MayCall(to) && message.Channel != Channel.Voice,
            LastDeliveredAt = profile.Methods.FirstOrDefault(method => method.Id == challenge.Method) is { } method ? method.LastArrivedAt : null,
            IsVoip = to.Kind == MethodKind.Phone && PhoneNumber.KindFaultOf(to.Value) is PhoneFault.Voip,
            IsSameSystem = TellsDomain(challenge, to) && policy.SameSystem.Of(to, profile.Name) is not null,
            IsJunkProne = TellsDomain(challenge, to) && MailSystems.IsJunkProne(to.Value),
            Area = AreaNote.Worse(AreaOf(message.Channel, to, IsShown(challenge)), regions.NoteOf(to)),
        }
        : null;

    /// <summary>As whoever holds no more than the link of a mail may know it: masked, and nothing of the account (R-DEL-7).</summary>
    public static CodeWay MaskedWay(SecurityProfile profile, Challenge challenge, Message message, CodeMail mail, string source, DateTimeOffset now) =>
        Facts(challenge, message, mail.To.Masked, now) with { Block = BlockView.Of(profile.BlocksOf(challenge, mail.From(source), now), block => block.IsAtSource) };

    private static CodeWay Facts(Challenge challenge, Message message, string shown, DateTimeOffset now) => new()
    {
        Now = now,
        Challenge = challenge.Id,
        Purpose = challenge.Purpose,
        Channel = message.Channel,
        Shown = shown,
        Reference = challenge.Reference,
        Stage = message.Stage,
        Cause = message.Cause,
        Steps = [.. message.Way().Select(step => new CodeStep(step.Stage, step.At, step.Cause))],
        SentAt = message.HandedOverAt,
        NextTryAt = message.Stage is DeliveryStage.Delayed && message.HandedOverAt is null ? message.DueAt : null,
        ExpectedAt = message is { Stage: DeliveryStage.Queued, IsClaimed: false } && message.DueAt > now ? message.DueAt : null,
        ExpiresAt = challenge.ExpiresAt,
    };

    /// <summary>
    /// How messages go there, null while all is well. Of what is masked it tells no more than that: how mail goes to a domain
    /// would tell which it is, and a network has few phones; a country has too many for that.
    /// </summary>
    private AreaNote? AreaOf(Channel channel, Contact to, bool isShown) => (to.Kind, isShown) switch
    {
        (MethodKind.Email, false) => null,
        (MethodKind.Phone, false) => TroubleIn(channel, DeliveryArea.Of(to) with { Prefix = null }),
        (_, true) => TroubleIn(channel, DeliveryArea.Of(to)),
        _ => null,
    };

    private AreaNote? TroubleIn(Channel channel, DeliveryArea area) =>
        channels.NoteOf(channel, area) is { Status: not ChannelStatus.Available } note ? note : null;

    private bool TellsDomain(Challenge challenge, Contact to) => to.Kind == MethodKind.Email && IsShown(challenge);

    private bool MayCall(Contact to) => policy.HasCalls && to.Kind == MethodKind.Phone;
}
