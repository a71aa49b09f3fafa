using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Storage;
using SecurityPortal.Tests.Support;
using SecurityPortal.Work;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>What has happened is kept for as long as the settings say, and no longer.</summary>
public sealed class RetentionTests : IAsyncLifetime
{
    private static readonly PortalItself s_worker = new();

    private Portal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync();
        await _portal.SeedAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_sign_in_is_kept_for_a_year()
    {
        _ = await _portal.GivePasswordAsync();
        _portal.Clock.Advance(365.Days - 1.Seconds);
        await ForgetAsync();
        Assert.Equal(1, await CountSignInsAsync());

        _portal.Clock.Advance(1.Seconds);
        await ForgetAsync();
        Assert.Equal(0, await CountSignInsAsync());
    }

    [Fact]
    public async Task A_code_leaves_the_store_a_day_after_it_was_asked_for_though_nobody_comes_by()
    {
        DueWork work = new(_portal.Service, NullLogger<DueWork>.Instance);
        _ = await _portal.SignInAsync();
        var limited = await _portal.GivePasswordAsync();
        Assert.Null(await _portal.Service.AskForCodeAsync(limited, Purpose.SignIn, await _portal.MethodAsync(limited, RachelsPhone), Cancel));

        _portal.Clock.Advance(24.Hours - 1.Seconds);
        await work.TidyAsync(Cancel);
        Assert.Contains("SignIn", await ChallengesAsync(), StringComparison.Ordinal);

        _portal.Clock.Advance(1.Seconds);
        await work.TidyAsync(Cancel);
        Assert.Equal("[]", await ChallengesAsync());
    }

    [Fact]
    public async Task A_message_is_kept_for_90_days_after_it_went_out()
    {
        _ = await _portal.StartReplacementAsync();
        _portal.Clock.Advance(1.Hours);
        await _portal.SendMailAsync();
        _portal.Clock.Advance(90.Days - 1.Seconds);
        await ForgetAsync();
        Assert.NotEqual(0, await CountNoticesAsync());

        _portal.Clock.Advance(1.Seconds);
        await ForgetAsync();
        Assert.Equal(0, await CountNoticesAsync());
    }

    [Fact]
    public async Task A_message_that_is_still_to_go_out_is_not_forgotten()
    {
        _ = await _portal.StartReplacementAsync();
        _portal.Clock.Advance(400.Days);

        await ForgetAsync();

        Assert.Equal(3, await CountNoticesAsync());
    }

    [Fact]
    public async Task Many_are_forgotten_some_at_a_time_and_none_of_those_that_are_younger()
    {
        _ = await _portal.Services.GetRequiredService<WriteQueue>().RunAsync(
            context =>
            {
                context.SignIns.AddRange(Enumerable.Range(0, 2500).Select(number => Happened(Portal.Noon + number.Seconds)));
                return true;
            },
            Cancel);
        _portal.Clock.Advance(365.Days + 2400.Seconds - 1.Seconds);

        Assert.Equal(1000, await _portal.Service.ForgetAsync(s_worker, Cancel));
        await ForgetAsync();

        Assert.Equal(100, await CountSignInsAsync());
    }

    private static SignInEvent Happened(DateTimeOffset at) => new()
    {
        At = at,
        NameKey = Rachel,
        Source = "192.0.2.1",
        Browser = "",
        Cause = SignInCause.UnknownAccount,
        RequestId = "",
    };

    private async Task ForgetAsync()
    {
        while (await _portal.Service.ForgetAsync(s_worker, Cancel) > 0)
        {
        }
    }

    private Task<int> CountSignInsAsync() => _portal.ReadAsync(context => context.SignIns.CountAsync(Cancel));

    private Task<int> CountNoticesAsync() => _portal.ReadAsync(context =>
        context.Messages.CountAsync(message => message.Kind == nameof(SecurityEvent.ReplacementStarted), Cancel));

    /// <summary>As it lies in the store, for whoever reads a copy of it.</summary>
    private Task<string> ChallengesAsync() => _portal.ReadAsync(context => context.Database
        .SqlQuery<string>($"""SELECT "Challenges" AS "Value" FROM "profiles" WHERE "Name" = {Rachel}""").SingleAsync(Cancel));
}
