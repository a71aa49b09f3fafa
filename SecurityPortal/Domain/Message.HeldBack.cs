namespace SecurityPortal.Domain;

public sealed partial class Message
{
    /// <summary>
    /// A code that was asked for while a block stood: nothing was made or sent, and the history says so (R-BLOCK-4). Its
    /// detail names the network that is blocked, because another may not be.
    /// </summary>
    public static Message HeldBack(Guid id, AccountId account, HeldBackCode code, DateTimeOffset now) =>
        NotSent(id, account, code.Method, code.To, code.Language, DeliveryCause.Blocked, WhyHeldBack(code.Block), now);

    /// <summary>A code that was asked for when enough had been sent: none was (R-BLOCK-7).</summary>
    public static Message OverLimit(Guid id, AccountId account, CodeDispatch code, DateTimeOffset now) =>
        NotSent(id, account, code.Challenge.Method, code.To, code.Language, DeliveryCause.LimitReached, detail: null, now);

    private static Message NotSent(
        Guid id, AccountId account, MethodId method, Contact to, string language, DeliveryCause cause, string? detail, DateTimeOffset now)
    {
        var area = DeliveryArea.Of(to);
        Message message = new()
        {
            Id = id,
            Account = account,
            Method = method,
            Channel = ChannelOf(to),
            To = to.Value,
            Area = area.Name,
            Prefix = area.Prefix,
            Kind = CodeKind,
            Language = language,
            CreatedAt = now,
        };
        message.MoveTo(DeliveryStage.NotSent, now, cause, detail);
        return message;
    }

    /// <summary>By which the history knows one block from another.</summary>
    public static string WhyHeldBack(Block block) =>
        block.Scope == BlockScope.MethodAtSource ? block.Source : $"{block.Scope} {block.Source}".TrimEnd();

    /// <summary>By which way a destination is written to.</summary>
    public static Channel ChannelOf(Contact contact) => contact.Kind switch
    {
        MethodKind.Email => Channel.Email,
        MethodKind.Phone => PhoneNumber.TakesTexts(contact.Value) ? Channel.Sms : Channel.Voice,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
