using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SecurityPortal.Domain;
using SecurityPortal.Service;

namespace SecurityPortal.Tests.Peer;

internal static class Answers
{
    /// <summary>Gets ready, waits for a word, and answers one code many times at once.</summary>
    public static async Task<int> GiveAsync(string folder, string[] question)
    {
        if (question is not [var ticks, var account, var session, var challenge, var typed, var count])
            return 1;

        await using var portal = OtherPortal.Open(folder, new StandingClock(long.Parse(ticks, CultureInfo.InvariantCulture)));
        var service = portal.GetRequiredService<SecurityInfoService>();
        var owner = OtherPortal.OwnerOf(account, session, new("192.0.2.1", "Chrome on Linux", "peer"));
        _ = await service.TouchAsync(owner, CancellationToken.None);
        Say("ready");
        _ = Console.ReadLine();

        var answers = await Task.WhenAll(Enumerable.Range(0, int.Parse(count, CultureInfo.InvariantCulture)).Select(_ =>
            Task.Run(() => service.CompleteSignInAsync(owner, new(Guid.Parse(challenge)), typed, CancellationToken.None))));
        foreach (var answer in answers)
            Say(answer.Refusal switch { null => "accepted", Refusal.WrongCode wrong => $"wrong {wrong.TriesLeft}", var other => other.GetType().Name });
        return 0;
    }

    private static void Say(string word) => Console.WriteLine(word);
}
