using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using SecurityPortal.Domain.Staff;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.StaffPages;

/// <summary>The sentences of a script with their figures; filed in <see cref="ScriptWords"/> under the kind of call, and numbered.</summary>
internal static class ScriptText
{
    private static readonly ImmutableArray<(string Gap, Func<ScriptFigures, object> Figure)> s_gaps =
    [
        ("{clears}", figures => figures.ClearsAnHour),
        ("{pass}", figures => figures.PassMinutes),
        ("{caller}", figures => figures.CallerNumberMinutes),
        ("{life}", figures => figures.CodeMinutes),
        ("{tries}", figures => figures.CodeTries),
        ("{sends}", figures => figures.CodeSends),
        ("{hour}", figures => figures.CodesAnHour),
        ("{day}", figures => figures.CodesADay),
        ("{failures}", figures => figures.FailuresBeforeBlock),
        ("{blocks}", figures => string.Join(", ", figures.BlockHours)),
        ("{wait}", figures => figures.WaitHours),
        ("{longWait}", figures => figures.LongWaitDays),
        ("{used}", figures => figures.UsedLatelyDays),
        ("{finish}", figures => figures.FinishHours),
        ("{replacement}", figures => figures.ReplacementDays),
        ("{restriction}", figures => figures.RestrictionDays),
    ];

    public static string TitleOf(CallKind kind) => Words($"Title_{kind}");

    public static string LeadOf(CallKind kind) => Words($"Lead_{kind}");

    public static string Of(CallerCheck check) => Words($"Check_{check}");

    public static IEnumerable<string> AskOf(CallScript script) => Numbered($"Ask_{script.Kind}", script.Figures!);

    public static IEnumerable<string> DoOf(CallScript script) => Numbered($"Do_{script.Kind}", script.Figures!);

    public static IEnumerable<string> LimitsOf(CallScript script) => Numbered($"Limit_{script.Kind}", script.Figures!);

    public static IEnumerable<string> NeverOf(CallScript script) => Numbered("Never", script.Figures!);

    private static IEnumerable<string> Numbered(string key, ScriptFigures figures)
    {
        for (var number = 1; Find($"{key}_{number}") is { } sentence; number++)
            yield return s_gaps.Aggregate(sentence, (filled, gap) => filled.Replace(gap.Gap, Convert.ToString(gap.Figure(figures), CultureInfo.CurrentCulture), StringComparison.Ordinal));
    }

    private static string Words(string key) => Find(key) ?? throw new UnreachableException($"No words for {key}.");

    private static string? Find(string key) => ScriptWords.ResourceManager.GetString(key, ScriptWords.Culture);
}
