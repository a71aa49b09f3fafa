namespace SecurityPortal.Domain;

public sealed partial class Message
{
    /// <summary>
    /// A code that was asked for while a block stood: nothing was made or sent, and the history says so (R-BLOCK-4). Its
    /// detail names the network that is blocked, because another may not be.
    /// </summary>
    public static Message HeldBack(Guid id, AccountId account, HeldBackCode code, DateTimeOffset now)
    {
        var area = DeliveryArea.Of(code.To);
        Message message = new()
        {
            Id = id,
            Account = account,
            Method = code.Method,
            Channel = ChannelOf(code.To),
            To = code.To.Value,
            Area = area.Name,
            Prefix = area.Prefix,
            Kind = CodeKind,
            Language = code.Language,
            CreatedAt = now,
        };
        message.MoveTo(DeliveryStage.NotSent, now, DeliveryCause.Blocked, WhyHeldBack(code.Block));
        return message;
    }

    /// <summary>By which the history knows one block from another.</summary>
    public static string WhyHeldBack(Block block) =>
        block.Scope == BlockScope.MethodAtSource ? block.Source : $"{block.Scope} {block.Source}".TrimEnd();

    /// <summary>By which way a destination is written to.</summary>
    public static Channel ChannelOf(Contact contact) => contact.Kind switch
    {
        ContactKind.Email => Channel.Email,
        ContactKind.Phone => PhoneNumber.TakesTexts(contact.Value) ? Channel.Sms : Channel.Voice,
    };
}
