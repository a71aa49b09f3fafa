using CsCheck;
using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Domain;

/// <summary>R-PEND-7: exactly one end, whatever happens at the same moment.</summary>
public sealed class ReplacementEndTests
{
    private enum Act
    {
        UseOld,
        Timer,
        CancelLink,
        CorrectNew,
        CancelInSession,
    }

    // Long before the end, and within two milliseconds of it.
    private static readonly Gen<TimeSpan> s_moments = Gen.OneOf(
        Gen.Int[-2, 2].Select(milliseconds => 30.Days + milliseconds.Milliseconds),
        Gen.Int[0, 40].Select(days => days.Days));

    private static readonly Gen<(Act Act, TimeSpan At)[]> s_interleavings =
        Gen.Select(Gen.Enum<Act>(), s_moments).Array[1, 8].Select(acts => acts.OrderBy(act => act.Item2).ToArray());

    [Fact]
    public void Ten_thousand_interleavings_reach_exactly_one_end_each() => s_interleavings.Sample(acts =>
    {
        var life = Life.With(RachelsMail, RachelsPhone);
        var starter = life.Replace(NewMail);
        var id = life.Profile.Pending!.Id;
        List<ReplacementEnd> ends = [];
        List<SecurityEvent> told = [];

        foreach (var (act, at) in acts.Append((Act.Timer, 100.Days)))
        {
            life.Now = Portal.Noon + at;
            Play(life, act);
            told.AddRange(life.Told().Select(notice => notice.Event));
            if (life.Profile.Replacements.FirstOrDefault(replacement => replacement.Id == id)?.End is { } end && !ends.Contains(end))
                ends.Add(end);
        }

        var reached = Assert.Single(ends);
        Assert.Single(told, happened => happened is SecurityEvent.ReplacementApplied or SecurityEvent.ReplacementCancelled);
        var isApplied = reached.Outcome == ReplacementOutcome.Applied;
        Assert.Equal(isApplied, told.Exists(happened => happened is SecurityEvent.ReplacementApplied));
        Assert.Equal(isApplied, life.Has(NewMail));
        Assert.Equal(!isApplied, life.Has(RachelsMail));
    }, iter: 10_000);

    private static void Play(Life life, Act act)
    {
        switch (act)
        {
            case Act.Timer:
                life.Tick();
                break;
            case Act.CancelLink:
                _ = life.CancelByLink(RachelsPhone);
                break;
            case Act.UseOld:
                UseOld(life, life.GivePassword());
                break;
            case Act.CorrectNew:
                CorrectNew(life, life.GivePassword(Life.Elsewhere));
                break;
            case Act.CancelInSession:
                CancelInSession(life);
                break;
        }
    }

    private static void UseOld(Life life, Asker limited)
    {
        if (life.Profile.Methods.FirstOrDefault(method => method.Contact == RachelsMail) is { } old && life.Ask(limited, Purpose.SignIn, old.Id) is null)
        {
            Assert.Null(life.Answer(limited, Purpose.SignIn, old.Id));
            _ = life.Complete(limited, RachelsMail);
        }
    }

    private static void CorrectNew(Life life, Asker by)
    {
        if (life.Profile.Pending is { } pending && life.Ask(by, Purpose.CorrectReplacement, pending.Infos[0].Id) is null)
        {
            Assert.Null(life.Answer(by, Purpose.CorrectReplacement, pending.Infos[0].Id));
            Assert.Null(life.Profile.OpenCorrection(by, pending.Infos[0].Id, Life.Policy, life.Now));
            _ = life.Start(by);
        }
    }

    private static void CancelInSession(Life life)
    {
        if (life.Profile.Sessions.FirstOrDefault(session => session.FullAt is not null) is { } full)
            _ = life.Profile.CancelReplacement(new(full.Id, full.Source), Life.Policy, life.Now);
    }
}
