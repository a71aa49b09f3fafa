using System.Diagnostics;
using SecurityPortal.Domain.Staff;
using SecurityPortal.Resources;

namespace SecurityPortal.Components.StaffPages;

/// <summary>What is asked before a clear, in words; filed in <see cref="ClearWords"/> under its name.</summary>
public static class ClearText
{
    public static string Of(CallerCheck check) => Words($"Check_{check}");

    public static string HintOf(CallerCheck check) => Words($"Reference_Hint_{check}");

    private static string Words(string key) =>
        ClearWords.ResourceManager.GetString(key, ClearWords.Culture) ?? throw new UnreachableException($"No words for {key}.");
}
