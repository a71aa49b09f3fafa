using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.OwnerPages;

/// <summary>How a change is undone that was not its owner's: in words, and where; without a place once it is undone.</summary>
internal sealed record ActivityUndo(string Text, string? Link = null, string? Path = null)
{
    /// <summary>Null for what changed nothing that could be undone.</summary>
    public static ActivityUndo? Of(ActivityRow row, SecurityOverview overview)
    {
        var shown = row.Contact ?? ActivityWords.Contact_Gone;
        var method = overview.Methods.FirstOrDefault(method => method.Id == row.Method);
        return row.Kind switch
        {
            nameof(SecurityEvent.MethodAdded) => method is null
                ? new(ActivityWords.Undo_AddedDone.With(shown))
                : new(ActivityWords.Undo_Added.With(shown), ActivityWords.Undo_AddedLink.With(shown), InfoPath.Card(method.Id, InfoPath.Remove)),
            nameof(SecurityEvent.MethodRemoved) => row.IsThereStill
                ? new(ActivityWords.Undo_RemovedDone.With(shown))
                : new(ActivityWords.Undo_Removed.With(shown), ActivityWords.Undo_RemovedLink, InfoPath.Add),
            nameof(SecurityEvent.MethodSuspended) => method is { SuspendedAt: not null }
                ? new(ActivityWords.Undo_Suspended.With(shown), ActivityWords.Undo_SuspendedLink.With(shown), InfoPath.Card(method.Id, InfoPath.BringBack))
                : method is null ? null : new(ActivityWords.Undo_SuspendedDone.With(shown)),
            nameof(SecurityEvent.MethodReportedLost) => method is { LostAt: not null }
                ? new(ActivityWords.Undo_Lost.With(shown), ActivityWords.Undo_SuspendedLink.With(shown), InfoPath.Card(method.Id, InfoPath.BringBack))
                : method is { SuspendedAt: null } ? new(ActivityWords.Undo_SuspendedDone.With(shown)) : null,
            nameof(SecurityEvent.MethodBroughtBack) or nameof(SecurityEvent.MethodRenamed) or nameof(SecurityEvent.LanguageChanged) or nameof(SecurityEvent.DefaultChanged) => method is null
                ? null
                : new(ActivityWords.Undo_Changed.With(shown), ActivityWords.Undo_ChangedLink.With(shown), InfoPath.Card(method.Id)),
            nameof(SecurityEvent.ReplacementStarted) or nameof(SecurityEvent.ReplacementCorrected) => overview.Pending is null
                ? new(ActivityWords.Undo_PendingDone)
                : new(ActivityWords.Undo_Pending, ActivityWords.Undo_PendingLink, InfoPath.CancelPending),
            nameof(SecurityEvent.EverythingChanged) => overview.RestrictedUntil is null ? null : new(ActivityWords.Undo_Everything),
            _ => null,
        };
    }
}
