using System.Globalization;
using System.Net;
using SecurityPortal.Delivery;
using SecurityPortal.Domain;
using SecurityPortal.Resources;

namespace SecurityPortal.Commands;

/// <summary>
/// Sends a real message by each channel, and says each stage that it comes to, as far as that is heard of here.
/// </summary>
public sealed class CheckChannelsCommand(IEnumerable<IMessageChannel> channels, HeardReports reports, TimeProvider clock, TextWriter output)
{
    public const string Name = "check-channels";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    /// <returns>The exit code: 0 when every message was handed over.</returns>
    public async Task<int> RunAsync(IReadOnlyList<ChannelTest> tests, CancellationToken cancel)
    {
        Dictionary<Guid, ChannelTest> handedOver = [];
        foreach (var test in tests)
        {
            if (await HandOverAsync(test, cancel) is { } id)
                handedOver.Add(id, test);
        }

        await FollowAsync(handedOver.Where(test => reports.Kinds.Contains(test.Value.Channel)).ToDictionary(), cancel);
        if (handedOver.Values.Any(test => !reports.Kinds.Contains(test.Channel)))
            await output.WriteLineAsync(CheckWords.Reports_Elsewhere);
        return handedOver.Count == tests.Count ? 0 : 1;
    }

    /// <summary>Until each has arrived or come back, or nothing more is heard of it in time.</summary>
    private async Task FollowAsync(Dictionary<Guid, ChannelTest> waiting, CancellationToken cancel)
    {
        using CancellationTokenSource patience = new(s_patience, clock);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        try
        {
            while (waiting.Count > 0)
                await TellAsync(waiting, await reports.NextAsync(deadline.Token));
        }
        catch (OperationCanceledException)
        {
            foreach (var test in waiting.Values)
                await output.WriteLineAsync(CheckWords.Nothing_Heard.With(KindOf(test), test.To));
        }
    }

    private async Task TellAsync(Dictionary<Guid, ChannelTest> waiting, DeliveryReport report)
    {
        if (!waiting.TryGetValue(report.Message, out var test))
            return;

        var line = CheckWords.Line_Later.With(KindOf(test), test.To, StageOf(report), clock.GetUtcNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture));
        await output.WriteLineAsync(string.IsNullOrEmpty(report.Detail) ? line : CheckWords.Line_Detail.With(line, report.Detail));
        if (report.Stage is DeliveryStage.Delivered or DeliveryStage.Bounced or DeliveryStage.Refused)
            _ = waiting.Remove(report.Message);
    }

    /// <summary>Null when it was not.</summary>
    private async Task<Guid?> HandOverAsync(ChannelTest test, CancellationToken cancel)
    {
        if (channels.FirstOrDefault(channel => channel.Carries.Contains(test.Channel)) is not { } channel)
        {
            await output.WriteLineAsync(CheckWords.NoChannel.With(KindOf(test), test.To, SectionOf(test.Channel)));
            return null;
        }

        var began = clock.GetTimestamp();
        var message = MessageOf(test);
        var answer = await SendAsync(channel, message, cancel);
        await output.WriteLineAsync(LineOf(test, answer, clock.GetElapsedTime(began)));
        return answer is SendAnswer.Taken ? message.Id : null;
    }

    private async Task<SendAnswer> SendAsync(IMessageChannel channel, Dispatch message, CancellationToken cancel)
    {
        using CancellationTokenSource patience = new(s_patience, clock);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        try
        {
            return await channel.SendAsync(message, deadline.Token);
        }
        catch (OperationCanceledException)
        {
            return new SendAnswer.Later(DeliveryCause.ChannelSlow, Detail: null, IsChannelAtFault: true);
        }
    }

    private Dispatch MessageOf(ChannelTest test) => new(
        Guid.CreateVersion7(clock.GetUtcNow()),
        test.Channel,
        test.To,
        Message.TestKind,
        Language(),
        Reference: null,
        CheckWords.Test_Subject,
        CheckWords.Test_Text,
        test.Channel == Channel.Email ? $"<p>{WebUtility.HtmlEncode(CheckWords.Test_Text)}</p>" : "",
        Code: null,
        Links: []);

    /// <summary>The one that its words are found in.</summary>
    private static string Language() => Languages.OfTheInterface
        .Select(language => language.Name)
        .FirstOrDefault(name => name == CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, Languages.OfTheInterface[0].Name);

    private string LineOf(ChannelTest test, SendAnswer answer, TimeSpan took)
    {
        var line = CheckWords.Line.With(
            KindOf(test),
            test.To,
            StageOf(answer),
            clock.GetUtcNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture),
            took.TotalSeconds.ToString("0.0", CultureInfo.CurrentCulture));
        return string.IsNullOrEmpty(answer.Detail) ? line : CheckWords.Line_Detail.With(line, answer.Detail);
    }

    private static string StageOf(SendAnswer answer) => answer switch
    {
        SendAnswer.Taken { Stage: DeliveryStage.Accepted } => CheckWords.Stage_Accepted,
        SendAnswer.Taken { Stage: DeliveryStage.Delayed } => CheckWords.Stage_Delayed,
        SendAnswer.Taken { Stage: DeliveryStage.Delivered } => CheckWords.Stage_Delivered,
        SendAnswer.Later later => CheckWords.Stage_Later.With(HealthText.Of(later.Cause)),
        SendAnswer.Never never => CheckWords.Stage_Never.With(HealthText.Of(never.Cause)),
        _ => CheckWords.Stage_HandedOver,
    };

    private static string StageOf(DeliveryReport report) => report.Stage switch
    {
        DeliveryStage.Accepted => CheckWords.Stage_Accepted,
        DeliveryStage.Delayed => CheckWords.Stage_Delayed,
        DeliveryStage.Delivered => CheckWords.Stage_Delivered,
        DeliveryStage.Bounced => CheckWords.Stage_Bounced.With(HealthText.Of(report.Cause)),
        _ => CheckWords.Stage_Never.With(HealthText.Of(report.Cause)),
    };

    private static string KindOf(ChannelTest test) => test.Channel switch
    {
        Channel.Email => CheckWords.Kind_Email,
        Channel.Sms => CheckWords.Kind_Sms,
        Channel.Voice => CheckWords.Kind_Voice,
    };

    private static string SectionOf(Channel channel) => channel switch
    {
        Channel.Email => "Mail",
        Channel.Sms => "Texts",
        Channel.Voice => "Calls",
    };
}
