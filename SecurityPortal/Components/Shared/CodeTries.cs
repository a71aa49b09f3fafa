using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.Shared;

/// <summary>From three down, how many tries a code has left (R-CODE-9).</summary>
public static class CodeTries
{
    private const int SaidFrom = 3;

    /// <param name="isTold">A wrong code has just been told, and that says it too.</param>
    public static string? Hint(ChallengeView? asked, bool isTold) => asked switch
    {
        _ when isTold => null,
        { TriesLeft: 1 } => CodeWords.Last_Try,
        { TriesLeft: <= SaidFrom and var left } => CodeWords.Tries_Left.With(left),
        _ => null,
    };
}
