using Microsoft.Extensions.DependencyInjection;
using SecurityPortal.Delivery;
using SecurityPortal.Domain;
using SecurityPortal.Work;

namespace SecurityPortal.Tests.Peer;

/// <summary>A worker that sends what waits, and says of each message that it has gone out before it is written down.</summary>
internal static class Sending
{
    public static async Task<int> RunAsync(string folder, TimeSpan each)
    {
        await using var portal = OtherPortal.Open(folder, TimeProvider.System, new SayingChannel(each));
        Console.WriteLine("ready");
        _ = Console.ReadLine();
        await portal.GetRequiredService<Outbox>().RunAsync(CancellationToken.None);
        return 0;
    }

    /// <param name="each">As long as its mail server takes to answer.</param>
    private sealed class SayingChannel(TimeSpan each) : IMessageChannel
    {
        public IReadOnlyCollection<Channel> Carries { get; } = [Channel.Email];

        public async Task<SendAnswer> SendAsync(Dispatch message, CancellationToken cancel)
        {
            await Console.Out.WriteLineAsync($"sent {message.Id}");
            await Task.Delay(each, cancel);
            return new SendAnswer.Taken();
        }
    }
}
