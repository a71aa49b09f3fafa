using SecurityPortal.Domain;
using SecurityPortal.Service;

namespace SecurityPortal.Tests.Support;

/// <summary>Messages of other people, as they lie in the store after what became of them.</summary>
public static class Traffic
{
    private static int s_numbers;

    extension(Portal portal)
    {
        /// <summary>So many texts to as many numbers of a country, sent a while ago.</summary>
        public Task TextsAsync(Owner of, int count, Action<Message, DateTimeOffset> became, string network = "+4477009", TimeSpan? ago = null, TimeSpan? waited = null) =>
            portal.WriteAsync(of, count, Channel.Sms, () => $"{network}{Interlocked.Increment(ref s_numbers) % 100_000:00000}", became, ago ?? 10.Minutes, waited);

        /// <summary>So many to one and the same number.</summary>
        public Task TextsToAsync(Owner of, int count, Contact to, Action<Message, DateTimeOffset> became) =>
            portal.WriteAsync(of, count, Channel.Sms, () => to.Value, became, 10.Minutes);

        public Task MailsAsync(Owner of, int count, Action<Message, DateTimeOffset> became, string domain, TimeSpan? ago = null) =>
            portal.WriteAsync(of, count, Channel.Email, () => $"person{Interlocked.Increment(ref s_numbers)}@{domain}", became, ago ?? 10.Minutes);

        private Task WriteAsync(Owner of, int count, Channel channel, Func<string> to, Action<Message, DateTimeOffset> became, TimeSpan ago, TimeSpan? waited = null) => portal.ReadAsync(context =>
        {
            var at = portal.Now - ago;
            for (var i = 0; i < count; i++)
            {
                var message = New(of.Account, channel, to(), at, at + waited);
                became(message, at);
                _ = context.Messages.Add(message);
            }

            return context.SaveChangesAsync(People.Cancel);
        });
    }

    public static Action<Message, DateTimeOffset> DeliveredAfter(TimeSpan delay) => (message, at) =>
    {
        HandOver(message, at);
        _ = message.Report(new(message.Id, DeliveryStage.Delivered, null), at + delay);
    };

    public static Action<Message, DateTimeOffset> Failed(DeliveryStage stage, DeliveryCause cause) => (message, at) =>
    {
        HandOver(message, at);
        _ = message.Report(new(message.Id, stage, cause), at + 1.Seconds);
    };

    /// <summary>Handed over, and nothing was heard since.</summary>
    public static void HandOver(Message message, DateTimeOffset at)
    {
        Assert.True(message.Claim(1.Minutes, at));
        message.Take(new SendAnswer.Taken(), message.Claims, 0, at);
    }

    public static Message New(AccountId account, Channel channel, string to, DateTimeOffset at, DateTimeOffset? turn = null)
    {
        var area = DeliveryArea.Of(new(channel == Channel.Email ? MethodKind.Email : MethodKind.Phone, to));
        return new()
        {
            Id = Guid.CreateVersion7(at),
            Account = account,
            Method = MethodId.New(at),
            Channel = channel,
            To = to,
            Area = area.Name,
            Prefix = area.Prefix,
            Kind = Message.TestKind,
            Language = "en",
            CreatedAt = at,
            DueAt = turn ?? at,
            TurnAt = turn,
        };
    }
}
