using SecurityPortal.Domain;
using SecurityPortal.Domain.Risk;
using SecurityPortal.Domain.Staff;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.AdminPages;

// What holds back, what is measured, what people are asked, and how long all of it is kept.
public static partial class PolicyText
{
    private static IEnumerable<string> OfBlocks(BlockPolicy blocks, PasswordPolicy passwords)
    {
        yield return FigureWords.Ladder.With(List(blocks.Ladder.Select(For)), For(BlockPolicy.Memory));
        yield return FigureWords.Lengthening.With(For(BlockPolicy.Lengthening), For(BlockPolicy.Longest));
        yield return FigureWords.WrongInARow.With(passwords.WrongInARow);
        yield return FigureWords.WrongOfSource.With(passwords.WrongOfSource, For(passwords.SourceBlock));
    }

    private static IEnumerable<string> OfLimits(LimitPolicy limits)
    {
        yield return FigureWords.Limit_Method.With(limits.MethodAnHour, limits.MethodADay);
        yield return FigureWords.Limit_Source.With(limits.SourceAnHour, limits.NetworkAnHour);
        foreach (var network in limits.Networks)
            yield return FigureWords.Limit_Network.With(network.Network, network.AnHour);
        yield return FigureWords.Limit_Range.With(limits.RangeAnHour);
        yield return FigureWords.Limit_Texts.With(limits.TextsToNewAnHour, limits.TextsToKnownAnHour);
        yield return FigureWords.Limit_Alert.With(AdminText.Percent(limits.AlertAt));
    }

    private static IEnumerable<string> OfRisk(RiskPolicy risk)
    {
        yield return FigureWords.Risk_Medium.With(risk.Medium);
        yield return FigureWords.Risk_High.With(risk.High);
        foreach (var (signal, weight) in risk.Weights.OrderBy(weight => weight.Key))
            yield return FigureWords.Risk_Weight.With(ActivityText.Of(signal), weight);
    }

    private static IEnumerable<string> OfRegions(RegionPolicy regions)
    {
        yield return FigureWords.Region_Passwords.With(regions.Failures, regions.Accounts, For(regions.Window));
        yield return FigureWords.Region_Numbers.With(regions.Numbers, For(regions.Window));
        yield return FigureWords.Region_Right.With(AdminText.Percent(regions.RightBelow));
        yield return FigureWords.Region_Lasts.With(For(regions.Lasts), regions.Pace);
    }

    private static IEnumerable<string> OfHealth(HealthPolicy health)
    {
        yield return FigureWords.Health_Window.With(For(health.Window), health.Least);
        yield return FigureWords.Health_Limited.With(AdminText.Percent(health.LimitedBelow), For(health.SlowFrom));
        yield return FigureWords.Health_Unavailable.With(AdminText.Percent(health.UnavailableBelow));
        yield return FigureWords.Health_Silent.With(For(health.SilentAfter));
        yield return FigureWords.Health_Lasts.With(For(health.LimitedFor), health.Pace);
        foreach (var said in health.Said)
            yield return FigureWords.Health_Said.With(AdminText.Of(said.Channel), said.Area, AdminText.Of(said.Status));
    }

    private static IEnumerable<string> OfReminder(ReminderPolicy reminder)
    {
        yield return FigureWords.Reminder_Causes.With(reminder.Methods, For(reminder.NoProofFor), For(reminder.NoSignInFor));
        yield return FigureWords.Reminder_Skip.With(For(reminder.Patience));
        yield return FigureWords.Reminder_Quiet.With(For(reminder.QuietFor));
    }

    private static IEnumerable<string> OfPasswords(SecurityPolicy policy)
    {
        yield return FigureWords.Password_Length.With(policy.Passwords.MinLength, PasswordPolicy.MaxLength);
        yield return policy.Methods.ResetByMessagesWait > TimeSpan.Zero ? FigureWords.Reset_Waits.With(For(policy.Methods.ResetByMessagesWait)) : FigureWords.Reset_AtOnce;
    }

    private static IEnumerable<string> OfHelpDesk(SecurityPolicy policy)
    {
        yield return FigureWords.Registration.With(For(policy.RegistrationWindow));
        yield return FigureWords.StaffProof.With(For(SecurityProfile.StaffProofLife));
        yield return FigureWords.Searches.With(policy.HelpDesk.ContactSearchesAnHour);
        yield return FigureWords.Clears.With(policy.HelpDesk.ClearsAnHour);
        yield return FigureWords.Checks.With(List(policy.HelpDesk.CallerChecks.Select(Of)));
    }

    private static IEnumerable<string> OfRetention(RetentionOptions retention)
    {
        yield return FigureWords.Keep_SignIns.With(For(retention.SignIns));
        yield return FigureWords.Keep_Messages.With(For(retention.Messages));
        yield return FigureWords.Keep_Audit.With(For(retention.Audit));
        yield return FigureWords.Keep_Challenges.With(For(CodePolicy.Memory));
    }

    private static string Of(CallerCheck check) => check switch
    {
        CallerCheck.InPerson => FigureWords.Check_InPerson,
        CallerCheck.DirectoryCall => FigureWords.Check_DirectoryCall,
        CallerCheck.Manager => FigureWords.Check_Manager,
        CallerCheck.CallerNumber => FigureWords.Check_CallerNumber,
    };
}
