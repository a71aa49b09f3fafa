using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Audit;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

/// <summary>
/// Appends to the audit log (R-HELP-8), within the unit that makes the change: either both are stored or neither. The unit
/// holds the store's write lock, so the record that is last now is last until the commit, whichever process writes.
/// </summary>
public static class AuditLog
{
    private static readonly Func<PortalContext, AuditRecord?> s_last =
        EF.CompileQuery((PortalContext context) => context.Audit.AsNoTracking().OrderByDescending(record => record.Number).FirstOrDefault());

    public static void Append(PortalContext context, Caller caller, AuditEntry entry, DateTimeOffset now)
    {
        var (by, role) = entry.By is { } staff ? StaffOf(context, staff) : (ActivityEntry.Portal, null);
        var target = entry.Target is { } account && entry.TargetName.Length == 0 ? NameOf(context, account) : entry.TargetName;

        // One that this very unit has appended is not in the store yet.
        var last = context.Audit.Local.MaxBy(record => record.Number) ?? s_last(context);
        context.Audit.Add(AuditChain.Next(last, entry with { Role = entry.Role ?? role }, new(by, target), caller.Source, caller.RequestId, now));
    }

    /// <summary>Who has one role alone acts in it. Of an account that is gone the id is what is left.</summary>
    private static (string Name, Role? Role) StaffOf(PortalContext context, AccountId id) =>
        context.Profiles.Where(profile => profile.Id == id).Select(profile => new { profile.Name, profile.Roles }).SingleOrDefault() is { } staff
            ? (staff.Name, staff.Roles is [var only] ? only : null)
            : (id.ToString(), null);

    private static string NameOf(PortalContext context, AccountId id) =>
        context.Profiles.Where(profile => profile.Id == id).Select(profile => profile.Name).SingleOrDefault() ?? id.ToString();
}
