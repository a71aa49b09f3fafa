using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-HELP-5: the report of a loss over a real store.</summary>
public sealed class LosingTests : IAsyncLifetime
{
    private Portal _portal = null!;
    private Owner _owner = null!;
    private MethodId _phone;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync();
        await _portal.SeedAsync();
        _owner = await _portal.SignInAsync(Rachel, RachelsMail);
        _phone = await _portal.MethodAsync(_owner, RachelsPhone);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Opens_a_case_whose_number_its_owner_and_all_who_are_told_get()
    {
        var (refusal, number) = await _portal.Service.ReportLostAsync(_owner, [_phone], knowingly: false, Cancel);
        await _portal.SendMailAsync();

        Assert.Null(refusal);
        var opened = await _portal.ReadAsync(context => context.Cases.SingleAsync(Cancel));
        Assert.Equal((CaseKind.LostDevice, number, _phone), (opened.Kind, opened.Number, opened.Method!.Value));
        var told = _portal.Messages.All.Where(message => message.Kind == nameof(SecurityEvent.MethodReportedLost)).ToArray();
        Assert.Equal([RachelsPhone.Value, RachelsMail.Value], told.Select(message => message.To).Order(StringComparer.Ordinal));
        Assert.All(told, message => Assert.Contains(number!, message.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Stands_in_the_owners_log_and_on_their_page()
    {
        _ = await _portal.Service.ReportLostAsync(_owner, [_phone], knowingly: false, Cancel);

        var log = await _portal.Service.ActivityAsync(_owner, null, Cancel);
        Assert.Equal(_phone, Assert.Single(log!.Rows, row => row.Kind == nameof(SecurityEvent.MethodReportedLost)).Method);
        var overview = await _portal.Service.OverviewAsync(_owner, Cancel);
        Assert.Equal(_portal.Now, overview!.Methods.Single(method => method.Id == _phone).LostAt);
    }

    [Fact]
    public async Task Of_two_tabs_one_reports_it_and_there_is_one_case()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => _portal.Service.ReportLostAsync(_owner, [_phone], knowingly: false, Cancel))));

        Assert.Single(answers, answer => answer is { Refusal: null, Case: not null });
        Assert.Equal(15, answers.Count(answer => answer is { Refusal: Refusal.NoSuchMethod, Case: null }));
        Assert.Equal(1, await _portal.ReadAsync(context => context.Cases.CountAsync(Cancel)));
    }

    /// <summary>Whoever found the phone has begun to reset the password by it.</summary>
    [Fact]
    public async Task Whoever_holds_it_is_shut_out_wherever_they_are()
    {
        var thief = await _portal.SignInAsync(Rachel, RachelsPhone);

        _ = await _portal.Service.ReportLostAsync(_owner, [_phone], knowingly: false, Cancel);

        Assert.False(await _portal.Service.IsAliveAsync(thief, Cancel));
        Assert.True(await _portal.Service.IsAliveAsync(_owner, Cancel));
    }
}
