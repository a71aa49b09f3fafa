using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Storage;

namespace SecurityPortal.Tests.Support;

/// <summary>Messages that wait to be sent, as many as a test needs.</summary>
public static class Waiting
{
    extension(Portal portal)
    {
        /// <param name="expiresAfter">Null for notices, which have no end.</param>
        public async Task<IReadOnlyList<Guid>> FillOutboxAsync(int count, TimeSpan? expiresAfter = null)
        {
            var account = (await portal.GivePasswordAsync()).Account;
            var payload = portal.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("SecurityPortal.Messages")
                .Protect(new MessageContent("Subject", "Text", "<p>Text</p>", null, []).ToBytes());
            var messages = Enumerable.Range(0, count).Select(number => New(account, $"person{number}@mail.example", payload, portal.Now, expiresAfter)).ToArray();
            return await portal.Services.GetRequiredService<WriteQueue>().RunAsync(
                context =>
                {
                    context.Messages.AddRange(messages);
                    return messages.Select(message => message.Id).ToArray();
                },
                TestContext.Current.CancellationToken);
        }

        public Task<List<Message>> MessagesAsync() =>
            portal.ReadAsync(context => context.Messages.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken));
    }

    private static Message New(AccountId account, string to, byte[] payload, DateTimeOffset now, TimeSpan? expiresAfter) => new()
    {
        Id = Guid.CreateVersion7(now),
        Account = account,
        Method = MethodId.New(now),
        Channel = Channel.Email,
        To = to,
        Area = "mail.example",
        Kind = expiresAfter is null ? nameof(SecurityEvent.ReplacementStarted) : Message.CodeKind,
        Language = "en",
        CreatedAt = now,
        DueAt = now,
        ExpiresAt = now + expiresAfter,
        Challenge = expiresAfter is null ? null : ChallengeId.New(now),
        Payload = payload,
    };
}
