using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SecurityPortal.Domain;
using SecurityPortal.Storage;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Storage;

public sealed class WriteQueueTests : IAsyncLifetime
{
    private Portal _portal = null!;

    private WriteQueue Queue => _portal.Services.GetRequiredService<WriteQueue>();

    public async ValueTask InitializeAsync() => _portal = await Portal.OpenAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_unit_that_throws_changes_nothing_and_disturbs_none_queued_with_it()
    {
        using ManualResetEventSlim gate = new();
        var first = Queue.RunAsync(_ => gate.Wait(30.Seconds), Cancel);
        var units = Enumerable.Range(0, 50).Select(number => Queue.RunAsync(context => Add(context, number, fails: number % 5 == 0), Cancel)).ToArray();
        gate.Set();

        Assert.True(await first);
        foreach (var (number, unit) in units.Index())
        {
            if (number % 5 == 0)
                Assert.Equal($"{number}", (await Assert.ThrowsAsync<NotSupportedException>(() => unit)).Message);
            else
                Assert.Equal(number, await unit);
        }

        Assert.Equal(
            Enumerable.Range(0, 50).Where(number => number % 5 > 0).Select(Name).Order(),
            (await NamesAsync()).Order());
    }

    [Fact]
    public async Task A_unit_that_breaks_a_rule_of_the_store_disturbs_none_queued_with_it()
    {
        using ManualResetEventSlim gate = new();
        var first = Queue.RunAsync(_ => gate.Wait(30.Seconds), Cancel);
        var good = Queue.RunAsync(context => Add(context, 1, fails: false), Cancel);
        var twin = Queue.RunAsync(context => Add(context, 1, fails: false), Cancel);
        var last = Queue.RunAsync(context => Add(context, 2, fails: false), Cancel);
        gate.Set();

        Assert.True(await first);
        Assert.Equal(1, await good);
        await Assert.ThrowsAsync<DbUpdateException>(() => twin);
        Assert.Equal(2, await last);
    }

    [Fact]
    public async Task An_answer_means_that_others_can_read_the_change()
    {
        for (var number = 0; number < 20; number++)
        {
            _ = await Queue.RunAsync(context => Add(context, number, fails: false), Cancel);
            Assert.Contains(Name(number), await NamesAsync());
        }
    }

    [Fact]
    public async Task Who_left_before_it_was_their_turn_changes_nothing()
    {
        using ManualResetEventSlim gate = new();
        using CancellationTokenSource leaving = new();
        var first = Queue.RunAsync(_ => gate.Wait(30.Seconds), Cancel);
        var left = Queue.RunAsync(context => Add(context, 1, fails: false), leaving.Token);
        await leaving.CancelAsync();
        gate.Set();

        Assert.True(await first);
        await Assert.ThrowsAsync<TaskCanceledException>(() => left);
        Assert.Empty(await NamesAsync());
    }

    [Fact]
    public async Task Reads_see_nothing_of_a_unit_that_is_not_done()
    {
        using ManualResetEventSlim isIn = new();
        using ManualResetEventSlim gate = new();
        var unit = Queue.RunAsync(context =>
        {
            _ = Add(context, 1, fails: false);
            context.SaveChanges();
            isIn.Set();
            return gate.Wait(30.Seconds);
        }, Cancel);
        isIn.Wait(Cancel);

        Assert.Empty(await NamesAsync());
        gate.Set();
        Assert.True(await unit);
        Assert.Single(await NamesAsync());
    }

    [Fact]
    public async Task Every_change_of_a_profile_moves_its_version_on()
    {
        await _portal.SeedAsync();
        var owner = await _portal.GivePasswordAsync();
        var before = (await _portal.ProfileAsync(owner)).Version;

        Assert.Null(await _portal.Service.AskForCodeAsync(owner, Purpose.SignIn, await _portal.MethodAsync(owner, RachelsMail), Cancel));

        Assert.Equal(before + 1, (await _portal.ProfileAsync(owner)).Version);
    }

    private static int Add(PortalContext context, int number, bool fails)
    {
        context.Profiles.Add(SecurityProfile.Open(AccountId.New(Portal.Noon), new(Name(number), "", "en", "", []), null, Portal.Noon));
        return fails ? throw new NotSupportedException($"{number}") : number;
    }

    private static string Name(int number) => $"person{number}@contoso.example";

    private Task<List<string>> NamesAsync() => _portal.ReadAsync(context => context.Profiles.Select(profile => profile.NameKey).ToListAsync(Cancel));
}
