using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SecurityPortal.Domain;
using SecurityPortal.Service;

namespace SecurityPortal.Tests.Peer;

internal static class Asking
{
    /// <summary>Gets ready, waits for a word, and asks for a code in many sessions at once.</summary>
    public static async Task<int> AskAsync(string folder, string[] question)
    {
        if (question is not [var ticks, var account, var method, .. var sessions])
            return 1;

        await using var portal = OtherPortal.Open(folder, new StandingClock(long.Parse(ticks, CultureInfo.InvariantCulture)));
        var service = portal.GetRequiredService<SecurityInfoService>();
        var owners = sessions.Select((session, i) => OtherPortal.OwnerOf(account, session, new($"198.{i}.100.1", "Chrome on Linux", "peer"))).ToArray();
        _ = await service.TouchAsync(owners[0], CancellationToken.None);
        Console.WriteLine("ready");
        _ = Console.ReadLine();

        var answers = await Task.WhenAll(owners.Select(owner =>
            Task.Run(() => service.AskForCodeAsync(owner, Purpose.SignIn, new(Guid.Parse(method)), CancellationToken.None))));
        foreach (var answer in answers)
            Console.WriteLine(answer?.GetType().Name ?? "sent");
        return 0;
    }
}
