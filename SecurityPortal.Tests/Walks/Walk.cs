using System.Collections.Immutable;
using System.Net;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Walks;

/// <summary>How a walk ended: what was reached with all proofs, and the first thing that happened without them.</summary>
internal sealed record Walked(int Seed, string? Breach, ImmutableArray<string> Steps, Ledger Ledger);

/// <summary>All that browsers asked for and were shown.</summary>
internal sealed record Shown(List<string> Addresses, List<(string Address, string Body)> Pages);

/// <summary>A few random steps of several browsers, each judged when it is done.</summary>
internal sealed class Walk(Scene scene, Witness witness, int seed, Shown? shown)
{
    private static readonly TimeSpan[] s_times = [1.Seconds, 31.Seconds, 2.Minutes, 11.Minutes, 16.Minutes, 1.Days, 29.Days, 30.Days];

    private readonly List<string> _steps = [];

    /// <param name="without">Steps to leave out: a walk that fails is tried again with fewer, to see which of them matter.</param>
    /// <param name="shown">Takes in what is shown, and leaves the accounts in the store.</param>
    public static async Task<Walked> TakeAsync(WalkPortal portal, int seed, IReadOnlySet<int>? without = null, Shown? shown = null)
    {
        Random random = new(seed);
        var standing = Situation.Any(random);
        var scene = await Scene.OpenAsync(portal, seed, isNew: standing == Standing.Newcomer);
        Witness witness = new(scene);
        await new Situation(scene, witness).BeginAsync(standing, random);
        Walk walk = new(scene, witness, seed, shown);
        var breach = await walk.GoAsync(5 + random.Next(4), without ?? new HashSet<int>());
        if (shown is null)
            await scene.CloseAsync();
        return new(seed, breach, [$"{standing}", .. walk._steps], scene.Ledger);
    }

    private async Task<string?> GoAsync(int count, IReadOnlySet<int> without)
    {
        foreach (var step in Enumerable.Range(0, count).Where(step => !without.Contains(step)))
        {
            if (await StepAsync(step, new(unchecked((seed * 397) ^ (step * 7919)))) is { } breach)
                return breach;
        }

        return null;
    }

    private async Task<string?> StepAsync(int step, Random random)
    {
        var acts = Choose(new(scene, random), random);
        _steps.AddRange(acts.Select(act => $"{step} {act.What}"));
        var seen = await Task.WhenAll(acts.Select(DoAsync));
        Eyes eyes = new(scene, scene.Accounts);
        foreach (var (act, answer) in acts.Zip(seen))
            See(eyes, act, answer);

        foreach (var act in acts.Where(act => act.Follows && act.By.Redirect is not null).Take(1))
            await FollowAsync(eyes, act.By);
        return await JudgeAsync(step, eyes, [.. acts.Select(act => act.Deed)]);
    }

    private ImmutableArray<Act> Choose(Chooser chooser, Random random) => random.Next(100) switch
    {
        < 52 => [chooser.Forward(chooser.Browser())],
        < 68 => [chooser.Tamper(chooser.Browser())],
        < 76 => [chooser.Look(chooser.Browser())],
        < 86 => [chooser.Call(chooser.Browser(), isSensible: false)],
        < 92 => TimePasses(random),
        < 95 => [.. Enumerable.Repeat(chooser.Forward(chooser.Browser()), 2 + random.Next(3))],
        < 98 => [chooser.Forward(chooser.Browser()), chooser.Forward(chooser.Browser()), chooser.Call(chooser.Browser(), isSensible: false)],
        _ => [Tidying()],
    };

    private ImmutableArray<Act> TimePasses(Random random)
    {
        var by = s_times[random.Next(s_times.Length)];
        scene.Portal.Clock.Advance(by);
        _steps.Add($"{by:c} pass");
        return [];
    }

    private Act Tidying() => new(scene.Browsers[0], "the worker comes by", new Deed.Other(scene.Browsers[0], null), null, async () =>
    {
        await scene.Portal.Work.TidyAsync(CancellationToken.None);
        return null;
    });

    private static Task<Answered?> DoAsync(Act act) => act.Do();

    private void See(Eyes eyes, Act act, Answered? answer)
    {
        if (answer is null)
            return;

        _steps[^1] += $" → {answer.Status} {answer.Location}";
        shown?.Addresses.AddRange([act.Asked!.Path, answer.Location ?? ""]);
        shown?.Pages.Add((act.Asked!.Path, WithoutTyped(act.Asked!, answer.Body)));
        eyes.Note(act.By, act.Deed.As, act.Asked!, answer);
        act.By.See(act.Asked!, answer);
        if (answer.Body.Length > 0)
            Remember(act.By);
    }

    /// <summary>What was refused is shown again to whoever typed it.</summary>
    private static string WithoutTyped(Asked asked, string body) => (asked.Fields ?? [])
        .Where(field => field.Value.Length > 0 && field.Name is "code")
        .Aggregate(body, (text, field) => text.Replace(WebUtility.HtmlEncode(field.Value), "", StringComparison.Ordinal));

    private void Remember(WalkBrowser by)
    {
        scene.Seen.AddRange(by.Page);
        foreach (var form in by.Page)
        {
            if (form["name"] is { } sealedName && form["username"] is { } name)
                scene.Ledger.SealedNames[sealedName] = name;
        }
    }

    private async Task FollowAsync(Eyes eyes, WalkBrowser by)
    {
        var next = Act.Look(by, by.Redirect!, scene.Ledger);
        _steps.Add($"  {next.What}");
        See(eyes, next, await next.Do());
    }

    private async Task<string?> JudgeAsync(int step, Eyes eyes, ImmutableArray<Deed> deeds)
    {
        var before = scene.Accounts;
        var after = await scene.LookAsync();
        List<string> breaches = [.. await witness.ReadAsync(after, deeds)];
        foreach (var (was, now) in before.Zip(after))
            breaches.AddRange(new Judge(scene.Ledger, new(was, now, deeds, scene.Portal.Now, step)).Breaches());

        scene.Remember(after);
        breaches.AddRange(eyes.Breaches(after));
        return breaches is [] ? null : $"step {step}: {string.Join("; ", breaches)}";
    }
}
