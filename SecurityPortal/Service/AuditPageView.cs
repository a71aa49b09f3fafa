using System.Collections.Immutable;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Audit;

namespace SecurityPortal.Service;

/// <summary>Records, the newest first; or why they are not shown.</summary>
/// <param name="IsNotBy">The refusal is about the name of who did it, not of whom it was done to.</param>
/// <param name="Older">Before which number the next page begins; null when that is all.</param>
public sealed record AuditPageView(Refusal? Refusal, bool IsNotBy, DateTimeOffset Now, ImmutableArray<AuditRecord> Records, long? Older);

/// <summary>The whole log, read while it is sent; or why it cannot be had.</summary>
public sealed record AuditExport(Refusal? Refusal, IAsyncEnumerable<AuditBatch> Batches);

/// <summary>Some records in order; with a refusal there are no more.</summary>
public sealed record AuditBatch(Refusal? Refusal, IReadOnlyList<AuditRecord> Records);
