using System.Globalization;
using System.Runtime.CompilerServices;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

// The sign-in log taken out of the portal, however long it is (R-HELP-9).
public sealed partial class SecurityInfoService
{
    private const int ExportedAtOnce = 1_000;

    /// <summary>An export waits for no more than this to be counted.</summary>
    private const int MostCounted = 1_000_000;

    /// <summary>
    /// Many people's data leave the portal: who took what is in the audit log before the first row. Rows are read a batch at
    /// a time, so memory stays as it is; and each batch is judged again, so that an ended session takes nothing more.
    /// </summary>
    public async Task<SignInExport> ExportSignInsAsync(Owner staff, SignInFilter filter, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var (refusal, conditions) = await ConditionsAsync(context, staff, filter, clock.GetUtcNow(), cancel);
        if (conditions is null)
            return new(refusal, AsyncEnumerable.Empty<SignInBatch>());

        // What comes in meanwhile is not in it, or it would not end.
        var keys = await SignInRows.KeysAsync(context, conditions, cancel);
        keys = (keys.From, Math.Min(keys.Below, await SignInRows.LastAsync(context, cancel) + 1));
        var (count, hasMore) = await SignInRows.HowManyAsync(context, conditions, keys, MostCounted, cancel);
        var rows = count.ToString(CultureInfo.InvariantCulture) + (hasMore ? "+" : "");
        _ = await writes.RunAsync(
            writing =>
            {
                AuditLog.Append(writing, staff, AuditEntries.Exported(filter, rows, staff.Account), clock.GetUtcNow());
                return true;
            },
            cancel);
        return new(null, BatchesAsync(staff, conditions, keys, cancel));
    }

    private async IAsyncEnumerable<SignInBatch> BatchesAsync(Owner staff, SignInConditions conditions, (long From, long Below) keys, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        while (keys.Below > keys.From)
        {
            if (await WhyNotStaffAsync(context, staff) is { } refusal)
            {
                yield return new(refusal, []);
                yield break;
            }

            var (rows, reached) = await SignInRows.ReadAsync(context, conditions, keys, ExportedAtOnce, windows: 1, cancel);
            keys = (keys.From, reached);
            yield return new(null, [.. rows.Select(LoggedSignIn.Of)]);
        }
    }
}
