using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.OwnerPages;

/// <summary>
/// <em>What if I lose this phone?</em> What stays, what goes, one verdict, and the one button that mends what would not work.
/// To ask changes nothing.
/// </summary>
public sealed partial class AdvancedLosses(SecurityInfoService service, NavigationManager navigation) : PortalPage(service, navigation)
{
    private LossesView? _losses;
    private int _chosen;

    private LossView? Chosen => _losses is { Losses: { Length: > 0 } all } ? all[Math.Min(_chosen, all.Length - 1)] : null;

    /// <summary>The phone is what most people lose.</summary>
    protected override async Task OnInitializedAsync()
    {
        _losses = await Service.LossesAsync(Owner, Leaving);
        _chosen = Math.Max(0, _losses?.Losses.ToList().FindIndex(loss => loss.Lost is [{ Kind: MethodKind.Phone }]) ?? 0);
    }

    private static IconName IconOf(LossView loss) => loss.Lost.Length == 1 ? loss.Lost[0].Kind.Icon : IconName.Device;

    private static string NameOf(LossView loss) => loss.Lost switch
    {
        [{ Name: { Length: > 0 } name }] => name,
        [var one] => one.Shown,
        _ => LossWords.AllPhones,
    };

    private static BannerKind Look(LossView loss) => loss.Forecast.Verdict switch
    {
        LossVerdict.Fine => BannerKind.Good,
        LossVerdict.Weaker => BannerKind.Warning,
        LossVerdict.Paper => BannerKind.Warning,
        LossVerdict.Wait or LossVerdict.Form => BannerKind.Bad,
    };

    private string VerdictOf(LossView loss) => loss.Forecast.Verdict switch
    {
        LossVerdict.Fine => LossWords.Fine_Title,
        LossVerdict.Weaker => LossWords.Weaker_Title,
        LossVerdict.Paper => LossWords.Paper_Title,
        LossVerdict.Form => LossWords.Form_Title,
        LossVerdict.Wait => LossWords.Wait_Title.With(Math.Round((loss.WaitEndsAt - _losses!.Now).TotalDays)),
    };

    private static IEnumerable<(string Text, bool Works, DateTimeOffset? Until)> Answers(LossView loss)
    {
        var signsIn = loss.Forecast.Verdict is LossVerdict.Fine or LossVerdict.Weaker;
        yield return (LossWords.Can_SignIn, signsIn, null);
        if (loss.Forecast.Verdict == LossVerdict.Paper)
            yield return (LossWords.Can_Paper, true, null);
        if (loss.Forecast.ClosedUntil is { } closed)
            yield return (LossWords.Closed, false, closed);
        else
            yield return (LossWords.Can_Change, signsIn, null);
        if (loss.Forecast.RemembersUntil is { } remembers)
            yield return (LossWords.Can_Remembered, true, remembers);
        if (loss.Forecast.HealsAt is { } heals)
            yield return (LossWords.Weaker_Heals, true, heals);
    }

    private static (string Text, string Address)? Mend(LossView loss) => loss.Forecast switch
    {
        { Remedy: LossRemedy.AddAnother } => (LossWords.Add, InfoPath.Add),
        { Remedy: LossRemedy.Confirm, MendsWith: { } begun } => (LossWords.Confirm.With(loss.Mends), InfoPath.Confirm(begun)),
        { Remedy: LossRemedy.BringBack, MendsWith: { } asleep } => (LossWords.BringBack.With(loss.Mends), InfoPath.Card(asleep, InfoPath.BringBack)),
        _ => null,
    };

    private static bool IsFull(LossView loss) => loss.Forecast is { Verdict: LossVerdict.Wait or LossVerdict.Paper or LossVerdict.Form, Remedy: LossRemedy.None, ClosedUntil: null };
}
