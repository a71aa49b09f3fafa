using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Staff;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

// The cases of all accounts in one list, and recovery requests among them.
public sealed partial class SecurityInfoService
{
    private const int CasesAtOnce = 50;

    private static readonly ImmutableArray<RecoveryState> s_undecided = [RecoveryState.Received, RecoveryState.InReview, RecoveryState.MoreNeeded];

    /// <param name="after">As <see cref="ListedCases.Next"/> of the page before; null for the first.</param>
    public async Task<ListedCases> CasesAsync(Owner staff, CaseFilter filter, CaseKey? after, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow();
        if (await WhyNotPlanAsync(context, staff, StaffAct.ReadCases, StaffTarget.User) is { } refusal)
            return new(refusal, now, [], null);

        List<CaseRow> rows = [];
        if (after?.IsOpen != false)
            rows.AddRange(await OpenAsync(context, filter.Kind, filter.Show == CaseShow.Mine ? staff.Account : null, after, cancel));
        if (filter.Show == CaseShow.All && rows.Count <= CasesAtOnce)
            rows.AddRange(await DoneAsync(context, filter.Kind, after is { IsOpen: false } ? after : null, now, cancel));
        var isFull = rows.Count > CasesAtOnce;
        rows = [.. rows.Take(CasesAtOnce)];
        return new(null, now, await NamedAsync(context, rows, cancel), isFull ? new(rows[^1].State.IsOpen, rows[^1].OpenedAt, rows[^1].Number) : null);
    }

    /// <summary>How many people still have to decide or to look into.</summary>
    public async Task<OpenCases> OpenCasesAsync(Owner staff, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await WhyNotPlanAsync(context, staff, StaffAct.ReadCases, StaffTarget.User) is { } refusal
            ? new(refusal, 0)
            : new(null, await context.Cases.CountAsync(opened => opened.ClosedAt == null, cancel) + await context.RecoveryRequests.CountAsync(request => s_undecided.Contains(request.State), cancel));
    }

    private static async Task<IEnumerable<CaseRow>> OpenAsync(PortalContext context, CaseKind? kind, AccountId? holder, CaseKey? after, CancellationToken cancel)
    {
        var cases = OfKind(context, kind).Where(opened => opened.ClosedAt == null && (holder == null || opened.AssignedTo == holder));
        var requests = RequestsOfKind(context, kind).Where(request => s_undecided.Contains(request.State) && (holder == null || request.AssignedTo == holder));
        if (after is { OpenedAt: var at, Number: var number })
        {
            cases = cases.Where(opened => opened.OpenedAt > at || (opened.OpenedAt == at && opened.Number.CompareTo(number) > 0));
            requests = requests.Where(request => request.OpenedAt > at || (request.OpenedAt == at && request.Number.CompareTo(number) > 0));
        }

        IEnumerable<CaseRow> rows =
        [
            .. (await cases.OrderBy(opened => opened.OpenedAt).ThenBy(opened => opened.Number).Take(CasesAtOnce + 1).ToListAsync(cancel)).Select(CaseRow.Of),
            .. (await requests.OrderBy(request => request.OpenedAt).ThenBy(request => request.Number).Take(CasesAtOnce + 1).ToListAsync(cancel)).Select(request => CaseRow.Of(request, request.State)),
        ];
        return rows.OrderBy(row => row.OpenedAt).ThenBy(row => row.Number, StringComparer.Ordinal);
    }

    private static async Task<IEnumerable<CaseRow>> DoneAsync(PortalContext context, CaseKind? kind, CaseKey? after, DateTimeOffset now, CancellationToken cancel)
    {
        var cases = OfKind(context, kind).Where(opened => opened.ClosedAt != null);
        var requests = RequestsOfKind(context, kind).Where(request => request.State != RecoveryState.Unproved && !s_undecided.Contains(request.State));
        if (after is { OpenedAt: var at, Number: var number })
        {
            cases = cases.Where(opened => opened.OpenedAt < at || (opened.OpenedAt == at && opened.Number.CompareTo(number) < 0));
            requests = requests.Where(request => request.OpenedAt < at || (request.OpenedAt == at && request.Number.CompareTo(number) < 0));
        }

        IEnumerable<CaseRow> rows =
        [
            .. (await cases.OrderByDescending(opened => opened.OpenedAt).ThenByDescending(opened => opened.Number).Take(CasesAtOnce + 1).ToListAsync(cancel)).Select(CaseRow.Of),
            .. (await requests.OrderByDescending(request => request.OpenedAt).ThenByDescending(request => request.Number).Take(CasesAtOnce + 1).ToListAsync(cancel)).Select(request => CaseRow.Of(request, StateOf(request, now))),
        ];
        return rows.OrderByDescending(row => row.OpenedAt).ThenByDescending(row => row.Number, StringComparer.Ordinal);
    }

    private static IQueryable<SecurityCase> OfKind(PortalContext context, CaseKind? kind) =>
        context.Cases.AsNoTracking().Where(opened => kind == null || opened.Kind == kind);

    private static IQueryable<RecoveryRequest> RequestsOfKind(PortalContext context, CaseKind? kind) =>
        context.RecoveryRequests.AsNoTracking().Where(_ => kind == null || kind == CaseKind.RecoveryAsked);

    private static async Task<ImmutableArray<ListedCase>> NamedAsync(PortalContext context, List<CaseRow> rows, CancellationToken cancel)
    {
        var names = await NamesAsync(context, [.. rows.SelectMany(row => new[] { row.Account, row.AssignedTo }).OfType<AccountId>()], cancel);
        var cases = ImmutableArray.CreateBuilder<ListedCase>(rows.Count);
        foreach (var row in rows)
        {
            var account = row.Account is { } id ? names.GetValueOrDefault(id) : null;
            cases.Add(new(
                row.Number, row.Kind, row.State, row.OpenedAt, account?.DisplayName ?? await ShownAsync(context, row.Typed, cancel), row.AssignedTo is { } holder ? names.GetValueOrDefault(holder)?.DisplayName : null));
        }

        return cases.MoveToImmutable();
    }

    private static async Task<Dictionary<AccountId, CaseAccount>> NamesAsync(PortalContext context, HashSet<AccountId> ids, CancellationToken cancel) =>
        (await context.Profiles.IgnoreAutoIncludes().AsNoTracking().Where(profile => ids.Contains(profile.Id))
            .Select(profile => new { profile.Id, profile.Name, profile.DisplayName, profile.Roles }).ToListAsync(cancel))
            .ToDictionary(row => row.Id, row => new CaseAccount(row.Id, row.Name, row.DisplayName, !row.Roles.IsEmpty));

    /// <summary>What an applicant typed for a name, where no account is named so. It may be somebody's number or address.</summary>
    private static async Task<string> ShownAsync(PortalContext context, string typed, CancellationToken cancel) =>
        await IsNameLikeAsync(context, AccountName.KeyOf(typed), cancel) ? typed
        : typed.Contains('@', StringComparison.Ordinal) ? new Contact(MethodKind.Email, typed).Masked
        : new Contact(MethodKind.Phone, typed.PadLeft(2, '•')).Masked;

    /// <summary>A case or a request, as far as the list shows it.</summary>
    private sealed record CaseRow(string Number, CaseKind Kind, CaseState State, DateTimeOffset OpenedAt, AccountId? Account, string Typed, AccountId? AssignedTo)
    {
        public static CaseRow Of(SecurityCase opened) =>
            new(opened.Number, opened.Kind, StateOf(opened), opened.OpenedAt, opened.Account, "", opened.AssignedTo);

        public static CaseRow Of(RecoveryRequest request, RecoveryState state) =>
            new(request.Number, CaseKind.RecoveryAsked, StateOf(request, state), request.OpenedAt, request.Account, request.Name, request.AssignedTo);
    }
}
