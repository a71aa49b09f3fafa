using SecurityPortal.Resources;

namespace SecurityPortal.Rehearsal;

/// <summary>Short walks through the portal, each of which shows one thing it is about.</summary>
public sealed partial class StoriesCard
{
    private static (string Title, string[] Steps)[] Stories =>
    [
        (RehearsalWords.Story_SignIn, StepsOf(RehearsalWords.Story_SignIn_Steps)),
        (RehearsalWords.Story_Replace, StepsOf(RehearsalWords.Story_Replace_Steps)),
        (RehearsalWords.Story_Cancel, StepsOf(RehearsalWords.Story_Cancel_Steps)),
        (RehearsalWords.Story_Register, StepsOf(RehearsalWords.Story_Register_Steps)),
    ];

    /// <summary>A line each; what is quoted is named as it stands on its page.</summary>
    private static string[] StepsOf(string lines) =>
        lines.With(DemoAccounts.Password, SignInWords.None_Of_These, LinkWords.Cancel_Button).Split('\n', StringSplitOptions.TrimEntries);
}
