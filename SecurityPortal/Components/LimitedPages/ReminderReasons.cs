using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.LimitedPages;

/// <summary>The causes of a reminder in words, with the methods that they are about.</summary>
internal static class ReminderReasons
{
    public static IEnumerable<string> Of(ReminderReason reason) => reason switch
    {
        { Cause: ReminderCause.FewMethods, Methods: [var only] } => [ReminderWords.Why_FewMethods_One.With(only.Shown)],
        { Cause: ReminderCause.FewMethods } => [ReminderWords.Why_FewMethods.With(string.Join(", ", reason.Methods.Select(method => method.Shown)))],
        { Cause: ReminderCause.NoProof } => [ReminderWords.Why_NoProof],
        { Cause: ReminderCause.NoSignIn } => [ReminderWords.Why_NoSignIn],
        { Cause: ReminderCause.CameBack, Methods: [] } => [ReminderWords.Why_CameBack_Since],
        { Cause: ReminderCause.CameBack } => reason.Methods.Select(CameBack),
        { Cause: ReminderCause.Voip } => reason.Methods.Select(method => ReminderWords.Why_Voip.With(method.Shown)),
    };

    private static string CameBack(MethodView method) => method.LastFailure is { } cause
        ? ReminderWords.Why_CameBack_For.With(method.Shown, HealthText.Of(cause))
        : ReminderWords.Why_CameBack.With(method.Shown);
}
