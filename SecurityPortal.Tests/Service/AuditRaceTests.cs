using SecurityPortal.Domain;
using SecurityPortal.Domain.Audit;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-HELP-8: one chain, however many write at the same time, from every process.</summary>
public sealed class AuditRaceTests : IAsyncLifetime
{
    private static readonly Dictionary<string, string?> s_shared = new() { ["Storage:SingleInstance"] = "false" };

    private Portal _portal = null!;
    private Owner _staff = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync(s_shared);
        _staff = await _portal.StaffAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Of_sixty_four_changes_at_once_the_records_are_one_chain_without_gaps()
    {
        await Task.WhenAll(Enumerable.Range(0, 64).Select(number => Task.Run(() => BlockAsync(_portal, number))));

        await AssertOneChainAsync(64);
    }

    [Fact]
    public async Task So_are_those_of_two_portals_on_one_store()
    {
        await using var other = await Portal.OpenAsync(s_shared, _portal.Folder, _portal.Now);

        // Each goes from one to the other, so that neither can have written all of its own before the other begins.
        await Task.WhenAll(Enumerable.Range(0, 64).Select(number => Task.Run(async () =>
        {
            for (var round = 0; round < 3; round++)
                await BlockAsync((number + round) % 2 == 0 ? _portal : other, (round * 64) + number);
        })));

        await AssertOneChainAsync(192);
    }

    private async Task BlockAsync(Portal portal, int number) => Assert.Null(await portal.Service.BlockSourceAsync(
        _staff, $"203.0.{number / 200}.{number % 200}", BlockReason.UnusualActivity, null, "tries", Cancel));

    private async Task AssertOneChainAsync(int count)
    {
        var records = await _portal.AuditAsync();
        Assert.Equal(Enumerable.Range(1, count).Select(number => (long)number), records.Select(record => record.Number));
        Assert.Equal(count, records.Select(record => record.TargetName).Distinct().Count());
        Assert.Null(AuditCheck.FirstBreak(records));
    }
}
