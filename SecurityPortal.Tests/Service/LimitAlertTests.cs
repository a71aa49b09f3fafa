using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-BLOCK-7: those who run the portal hear of it before its own limits are used up.</summary>
public sealed class LimitAlertTests
{
    [Fact]
    public async Task One_warning_an_hour_from_eighty_per_cent_on_names_nobody()
    {
        Heard heard = new();
        await using var portal = await Portal.OpenAsync(
            new() { ["Security:Limits:TextsToNewAnHour"] = "5" }, instead: services => services.AddSingleton<ILogger<LimitAlerts>>(heard));
        await portal.SeedAsync();

        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(i < 4 ? 0 : 1, heard.Said.Count);
            Assert.Null(await portal.Service.EnterNewInfoAsync(
                await portal.GivePasswordAsync(source: $"203.{i}.113.1"), new(MethodKind.Phone, $"+4479{11 + i}123456"), Cancel));
        }

        var warning = Assert.Single(heard.Said);
        Assert.Equal("4 texts and calls went to numbers that are not confirmed within an hour; at 5 no more do (Security:Limits:TextsToNewAnHour).", warning);

        portal.Clock.Advance(1.Hours);
        for (var i = 0; i < 4; i++)
            Assert.Null(await portal.Service.EnterNewInfoAsync(
                await portal.GivePasswordAsync(source: $"203.{i}.113.1"), new(MethodKind.Phone, $"+4479{21 + i}123456"), Cancel));
        Assert.Equal(2, heard.Said.Count);
    }

    private sealed class Heard : ILogger<LimitAlerts>
    {
        public List<string> Said { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel == LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Said.Add(formatter(state, exception));
    }
}
