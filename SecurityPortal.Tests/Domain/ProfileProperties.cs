using System.Collections.Concurrent;
using CsCheck;
using SecurityPortal.Domain;

namespace SecurityPortal.Tests.Domain;

/// <summary>What holds in every life, whatever is done in it and however long it rests.</summary>
public sealed class ProfileProperties
{
    private const int Many = 2_000;

    /// <summary>R-METH-12; but the help desk takes what was lost, and then new ones are owed (R-HELP-3).</summary>
    [Fact]
    public void Once_registered_an_account_always_has_a_usable_method() => Live(walk =>
        Assert.True(walk.Profile.MustRegister || walk.Profile.OwesRegistration || walk.Profile.Methods.Any(method => method.IsUsable)));

    /// <summary>R-FORM-3, R-HELP-3: but when it was given to whoever had asked people for it, or was cleared.</summary>
    [Fact]
    public void Once_registered_it_never_registers_again()
    {
        RandomLives.Lives.Sample(life =>
        {
            var walk = RandomLives.Born(life.IsNewcomer);
            var wasRegistered = !life.IsNewcomer;
            foreach (var step in life.Deeds)
            {
                var recovered = walk.Profile.RecoveredAt;
                Take(walk, step);
                wasRegistered &= walk.Profile.RecoveredAt == recovered && !walk.Profile.OwesRegistration;
                Assert.False(wasRegistered && walk.Profile.MustRegister);
                wasRegistered |= !walk.Profile.MustRegister;
            }
        }, iter: Many);
    }

    /// <summary>R-METH-1.</summary>
    [Fact]
    public void There_are_never_more_than_ten_methods() => Live(walk =>
        Assert.True(walk.Profile.Methods.Count(method => method.IsConfirmed) <= 10));

    /// <summary>R-PEND-7.</summary>
    [Fact]
    public void At_most_one_replacement_is_pending_and_none_while_its_time_has_come() => Live(walk =>
    {
        Assert.True(walk.Profile.Replacements.Count(replacement => replacement.End is null) <= 1);
        Assert.False(walk.Profile.Pending?.IsDue(walk.Life.Now) == true);
    });

    /// <summary>R-CODE-7: what a code was for is still there as long as it can be entered.</summary>
    [Fact]
    public void No_code_outlives_its_session_or_what_it_was_to_prove() => Live(walk =>
    {
        var (profile, now) = (walk.Profile, walk.Life.Now);
        foreach (var open in profile.Challenges.Where(challenge => challenge.IsOpen(now)))
        {
            Assert.NotNull(profile.Find(open.Session));
            Assert.True(
                profile.Methods.Any(method => method.Id == open.Method)
                || profile.DraftOf(open.Session)?.Infos.Any(info => info.Id == open.Method) == true
                || profile.Pending?.Infos.Any(info => info.Id == open.Method) == true,
                $"{open.Purpose}");
        }
    });

    /// <summary>R-CODE-4: its code is wiped from the messages exactly when it can be entered no more.</summary>
    [Fact]
    public void A_code_that_was_sent_is_either_open_or_reported_as_ended() => RandomLives.Lives.Sample(life =>
    {
        var walk = RandomLives.Born(life.IsNewcomer);
        HashSet<ChallengeId> sent = [];
        HashSet<ChallengeId> ended = [];
        foreach (var step in life.Deeds)
        {
            Take(walk, step);
            sent.UnionWith(walk.Profile.TakeDispatches().Select(dispatch => dispatch.Challenge.Id));
            ended.UnionWith(walk.Profile.TakeEndedChallenges());
            var open = walk.Profile.Challenges.Where(challenge => challenge.Sends > 0 && challenge.IsOpen(walk.Life.Now)).Select(challenge => challenge.Id).ToHashSet();
            Assert.Equal(sent.Except(ended).Order(Comparer<ChallengeId>.Create((one, other) => one.Value.CompareTo(other.Value))), open.Order(Comparer<ChallengeId>.Create((one, other) => one.Value.CompareTo(other.Value))));
        }
    }, iter: Many);

    /// <summary>
    /// R-METH-16: nothing that was confirmed goes without a word to it, but what a restriction had kept aside, and what its
    /// own reader disowned.
    /// </summary>
    [Fact]
    public void Whoever_loses_or_gains_a_method_is_told() => RandomLives.Lives.Sample(life =>
    {
        var walk = RandomLives.Born(life.IsNewcomer);
        foreach (var step in life.Deeds)
        {
            var before = Usable(walk);
            Take(walk, step);
            var told = walk.Life.Told().SelectMany(notice => notice.Recipients).Select(recipient => recipient.Contact).ToHashSet();
            var changed = before.Except(Usable(walk)).Concat(Usable(walk).Except(before))
                .Where(contact => contact.IsDestination && !walk.Profile.Methods.Any(method => method.Contact == contact && method.DisownedAt == walk.Life.Now));
            Assert.All(changed, contact => Assert.Contains(contact, told));
        }
    }, iter: Many);

    [Fact]
    public void Advancing_twice_is_advancing_once() => RandomLives.Lives.Sample(life =>
    {
        var walk = Lived(life);
        walk.Life.Tick();
        walk.Life.Forget();

        walk.Life.Tick();

        Assert.Empty(walk.Profile.TakeNotices());
        Assert.Empty(walk.Profile.TakeEndedChallenges());
        Assert.True(walk.Profile.DueAt is null || walk.Profile.DueAt > walk.Life.Now);
    }, iter: Many);

    /// <summary>R-PEND-6: a late or stopped worker changes nothing for anybody.</summary>
    [Fact]
    public void The_answer_does_not_depend_on_when_the_worker_came_by() =>
        Gen.Select(RandomLives.Lives, RandomLives.Deeds, RandomLives.Pauses.Array[0, 6]).Sample((life, deed, pauses) =>
        {
            var (visited, unvisited) = (Lived(life), Lived(life));
            foreach (var pause in pauses)
            {
                visited.Life.Pass(pause);
                unvisited.Life.Pass(pause);
                visited.Life.Tick();
            }

            Assert.Equal(deed.Do(visited), deed.Do(unvisited));
            unvisited.Life.Tick();
            visited.Life.Tick();
            Assert.Equal(State(visited), State(unvisited));
        }, iter: Many);

    /// <summary>Lives in which little happens would keep every promise.</summary>
    [Fact]
    public void The_lives_reach_every_event_there_is()
    {
        ConcurrentDictionary<Type, int> told = [];
        RandomLives.Lives.Sample(life =>
        {
            foreach (var notice in Lived(life).Life.Told())
                told.AddOrUpdate(notice.Event.GetType(), 1, (_, times) => times + 1);
        }, iter: 3 * Many);

        Assert.Equal(
            typeof(SecurityEvent).GetNestedTypes().Select(type => type.Name).Order(),
            told.Keys.Select(type => type.Name).Order());
    }

    private static void Live(Action<Walk> holds) => RandomLives.Lives.Sample(life =>
    {
        var walk = RandomLives.Born(life.IsNewcomer);
        foreach (var step in life.Deeds)
        {
            Take(walk, step);
            holds(walk);
        }
    }, iter: Many);

    private static Walk Lived((bool IsNewcomer, (Deed Deed, TimeSpan Pause)[] Deeds) life)
    {
        var walk = RandomLives.Born(life.IsNewcomer);
        foreach (var step in life.Deeds)
            Take(walk, step);
        return walk;
    }

    private static void Take(Walk walk, (Deed Deed, TimeSpan Pause) step)
    {
        walk.Life.Pass(step.Pause);
        _ = step.Deed.Do(walk);
        walk.Life.Tick();
    }

    private static List<Contact> Usable(Walk walk) => [.. walk.Profile.Methods.Where(method => method.IsUsable).Select(method => method.Contact)];

    private static string State(Walk walk) => string.Join('\n',
    [
        .. walk.Profile.Methods.Select(method => $"{method.Contact} {method.IsUsable} {method.EstablishedAt} {method.KeptAsideAt}"),
        $"{walk.Profile.Pending?.EndsAt} {walk.Profile.Restriction?.EndsAt} {walk.Profile.Sessions.Length} {walk.Profile.Drafts.Length} {walk.Profile.DueAt}",
        .. walk.Profile.Replacements.Select(replacement => $"{replacement.End?.Outcome} {replacement.End?.At}"),
    ]);
}
