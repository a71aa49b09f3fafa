using System.Collections.Immutable;
using System.Globalization;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Audit;
using SecurityPortal.Domain.Staff;

namespace SecurityPortal.Service;

/// <summary>What each change says of itself in the audit log: enough to understand it by, and no contact but masked.</summary>
internal static class AuditEntries
{
    public static AuditEntry BlockSet(SecurityProfile profile, BlockOrder order) =>
        OfBlock(AuditAction.BlockSet, profile, order.Target).Lasting(order.Reason, order.EndsAt, order.Note);

    public static AuditEntry BlockLifted(SecurityProfile profile, BlockTarget target) => OfBlock(AuditAction.BlockLifted, profile, target);

    public static AuditEntry MethodEnabled(SecurityProfile profile, MethodId method) =>
        Of(AuditAction.MethodEnabled, profile, MethodFacts(profile, method));

    public static AuditEntry DestinationBlocked(Contact to) => Of(AuditAction.DestinationBlocked, to);

    /// <summary>Of whichever it is that the block stood on.</summary>
    public static AuditEntry OutsideLifted(Throttle row, string why) => (ThrottleKey.DestinationOf(row.Key) is { } to
        ? Of(AuditAction.DestinationBlockLifted, to)
        : new(AuditAction.SourceBlockLifted) { TargetName = row.AsBlock(BlockScope.Source)!.Source }) with
    { Reason = why };

    public static AuditEntry Sought(Contact contact, AccountId by) => Of(AuditAction.ContactSought, contact) with { By = by };

    public static AuditEntry Exported(SignInFilter filter, string rows, AccountId by) => new(AuditAction.SignInsExported)
    {
        By = by,
        TargetName = filter.Name ?? "",
        Facts = Facts((AuditFact.Filter, filter.Query), (AuditFact.Rows, rows)),
    };

    public static AuditEntry Cleared(SecurityProfile before, ClearOrder order, AccountId by, Role role) => new(AuditAction.MethodsCleared)
    {
        By = by,
        Role = role,
        Target = before.Id,
        TargetName = before.Name,
        Reason = order.Reason.Trim(),
        Ticket = order.Ticket.Trim(),
        Facts = Facts(
            (AuditFact.Went, string.Join(", ", before.Methods.Where(method => order.Methods.Contains(method.Id)).Select(NameOf))),
            (AuditFact.CallerCheck, order.Check.ToString()),
            (AuditFact.Reference, order.Reference.Trim())),
    };

    public static AuditEntry PassGiven(SecurityProfile before) => new(AuditAction.PassGiven)
    {
        Target = before.Id,
        TargetName = before.Name,
        Facts = Facts((AuditFact.Went, string.Join(", ", before.Methods.Where(method => method.IsConfirmed).Select(NameOf)))),
    };

    public static AuditEntry OfApproval(AuditAction action, ApprovalRequest request, string words, AccountId by, Role role) => new(action)
    {
        By = by,
        Role = role,
        Target = request.Target,
        Reason = words,
        Ticket = request.Order?.Ticket.Trim() ?? "",
        Facts = Facts(
            (AuditFact.Approval, request.Number),
            (AuditFact.ApprovalKind, request.Kind.ToString()),
            (AuditFact.Role, request.Role?.ToString()),
            (AuditFact.CallerCheck, request.Order?.Check.ToString()),
            (AuditFact.Reference, request.Order?.Reference.Trim())),
    };

    public static AuditEntry CallerNumberRefused(SecurityProfile profile, ClearOrder order, AccountId by, Role role) => new(AuditAction.CallerNumberRefused)
    {
        By = by,
        Role = role,
        Target = profile.Id,
        TargetName = profile.Name,
        Ticket = order.Ticket.Trim(),
    };

    public static AuditEntry SourceBlocked(string source) => new(AuditAction.SourceBlocked) { TargetName = source };

    public static AuditEntry RegionMarked(AttackedRegion region) => Of(AuditAction.RegionMarked, region,
    [
        (AuditFact.Until, TextOf(region.Until)),
        (AuditFact.IsClosed, TextOf(region.IsClosed)),
        (AuditFact.IsMeasured, TextOf(region.IsMeasured)),
        (AuditFact.Pace, region.Pace?.ToString(CultureInfo.InvariantCulture)),
    ]) with
    { Reason = region.Note ?? "" };

    public static AuditEntry RegionLifted(AttackedRegion region) => Of(AuditAction.RegionLifted, region, []);

    public static AuditEntry ChannelSaid(ChannelState state) => Of(AuditAction.ChannelSaid, state,
    [
        (AuditFact.Status, state.Said?.ToString()), (AuditFact.Until, TextOf(state.SaidUntil)), (AuditFact.Pace, state.Pace?.ToString(CultureInfo.InvariantCulture)),
    ]) with
    { Reason = state.Note ?? "" };

    public static AuditEntry ChannelMeasured(ChannelState state, string why) => Of(AuditAction.ChannelMeasured, state, []) with { Reason = why };

    public static AuditEntry AuditExported(long records) => new(AuditAction.AuditExported) { Facts = Facts((AuditFact.Rows, records.ToString(CultureInfo.InvariantCulture))) };

    public static AuditEntry Approved(RecoveryRequest request, SecurityProfile by, string reference) => new AuditEntry(AuditAction.RecoveryApproved)
    {
        Facts = Facts(
            (AuditFact.Approvals, TextOf(request.Approvals.Length)),
            (AuditFact.CallerCheck, nameof(CallerCheck.DirectoryCall)),
            (AuditFact.Reference, reference.Trim()),
            (AuditFact.Until, TextOf(request.WaitEndsAt))),
    }.Of(by, StaffAct.ApproveRecovery).About(request);

    public static AuditEntry Imported(SecurityProfile profile, AccountImport import) => new(AuditAction.AccountImported)
    {
        Target = profile.Id,
        TargetName = profile.Name,
        Facts = Facts(
            (AuditFact.Roles, string.Join(',', profile.Roles)),
            (AuditFact.HasPassword, TextOf(import.Password is not null)),
            (AuditFact.Contacts, TextOf(import.ToConfirm.Count))),
    };

    public static AuditEntry Imported(ImportCounts counts) => new(AuditAction.AccountsImported)
    {
        Facts = Facts((AuditFact.Added, TextOf(counts.Added)), (AuditFact.AlreadyThere, TextOf(counts.AlreadyThere)), (AuditFact.Refused, TextOf(counts.Refused))),
    };

    extension(AuditEntry entry)
    {
        public AuditEntry DoneBy(Owner staff, StaffCaller by) => entry with { By = staff.Account, Role = by.Role, Reason = by.Reason };

        /// <summary>For what is about no account.</summary>
        public AuditEntry DoneBy(Owner staff, SecurityProfile actor, StaffAct act) => entry with { By = staff.Account, Role = actor.RoleFor(act) };

        public AuditEntry WithPass(bool hasPass) => entry with { Facts = entry.Facts.SetItem(AuditFact.HasPass, TextOf(hasPass)) };

        /// <summary>Of a block: why, until when, and in which words.</summary>
        public AuditEntry Lasting(BlockReason cause, DateTimeOffset? until, string note) => entry with
        {
            Reason = note,
            Facts = entry.Facts.AddRange(Facts((AuditFact.Cause, cause.ToString()), (AuditFact.Until, TextOf(until)))),
        };

        /// <summary>Done by one of the staff, in the role that lets them.</summary>
        public AuditEntry Of(SecurityProfile by, StaffAct act) => entry with { By = by.Id, Role = by.RoleFor(act) };

        public AuditEntry About(SecurityCase opened) => entry with
        {
            Target = opened.Account,
            Facts = entry.Facts.AddRange(Facts((AuditFact.Case, opened.Number), (AuditFact.CaseKind, opened.Kind.ToString()))),
        };

        /// <summary>What an applicant typed for a name is left out: where no account is named so it may be a contact.</summary>
        public AuditEntry About(RecoveryRequest request) => entry with
        {
            Target = request.Account,
            Facts = entry.Facts.Add(AuditFact.Request, request.Number),
        };
    }

    private static AuditEntry OfBlock(AuditAction action, SecurityProfile profile, BlockTarget target) => Of(
        action,
        profile,
        MethodFacts(profile, target.Method).AddRange(Facts((AuditFact.Scope, target.Scope.ToString()), (AuditFact.AtSource, target.Source))));

    private static AuditEntry Of(AuditAction action, SecurityProfile profile, ImmutableDictionary<string, string> facts) =>
        new(action) { Target = profile.Id, TargetName = profile.Name, Facts = facts };

    private static AuditEntry Of(AuditAction action, Contact to) =>
        new(action) { TargetName = to.Masked, Facts = Facts((AuditFact.MethodKind, to.Kind.ToString()), (AuditFact.Contact, to.Masked)) };

    private static AuditEntry Of(AuditAction action, AttackedRegion region, (string, string?)[] facts) => new(action)
    {
        TargetName = region.Value,
        Facts = Facts([(AuditFact.RegionKind, region.Kind.ToString()), (AuditFact.Region, region.Value), .. facts]),
    };

    private static AuditEntry Of(AuditAction action, ChannelState state, (string, string?)[] facts) => new(action)
    {
        TargetName = state.Area,
        Facts = Facts([(AuditFact.Channel, state.Channel.ToString()), (AuditFact.Area, state.Area), .. facts]),
    };

    private static ImmutableDictionary<string, string> MethodFacts(SecurityProfile profile, MethodId? id) =>
        profile.Methods.FirstOrDefault(method => method.Id == id) is { } method
            ? Facts((AuditFact.Method, method.Id.ToString()), (AuditFact.MethodKind, method.Kind.ToString()), (AuditFact.Contact, method.Contact.Masked))
            : ImmutableDictionary<string, string>.Empty;

    private static string NameOf(SecurityMethod method) => method.IsDestination ? $"{method.Kind} {method.Contact.Masked}" : $"{method.Kind}";

    /// <summary>Without those that there is nothing to say of.</summary>
    private static ImmutableDictionary<string, string> Facts(params (string Name, string? Value)[] facts) => facts
        .Where(fact => !string.IsNullOrEmpty(fact.Value)).ToImmutableDictionary(fact => fact.Name, fact => fact.Value!, StringComparer.Ordinal);

    private static string? TextOf(DateTimeOffset? instant) => instant?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string TextOf(bool isSo) => isSo ? "true" : "false";

    private static string TextOf(int number) => number.ToString(CultureInfo.InvariantCulture);
}
