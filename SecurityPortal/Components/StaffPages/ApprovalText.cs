using System.Diagnostics;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.StaffPages;

/// <summary>What waits for a second person, in words; filed in <see cref="ApprovalWords"/> under its name.</summary>
public static class ApprovalText
{
    public static string Of(ApprovalView request) => Words($"Kind_{request.Kind}").With(request.TargetName, request.Role is { } role ? Of(role) : "");

    public static string StateOf(ApprovalView request) => request.IsOver ? ApprovalWords.State_Over : Words($"State_{request.State}");

    public static string Of(Role role) => StaffWords.ResourceManager.GetString($"Role_{role}", StaffWords.Culture)!;

    private static string Words(string key) =>
        ApprovalWords.ResourceManager.GetString(key, ApprovalWords.Culture) ?? throw new UnreachableException($"No words for {key}.");
}
