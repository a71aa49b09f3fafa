using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using SecurityPortal.Domain.Audit;

namespace SecurityPortal.Components.AdminPages;

/// <summary>Records in words, the newest first.</summary>
public sealed partial class AuditTable
{
    [Parameter]
    [EditorRequired]
    public ImmutableArray<AuditRecord> Records { get; set; }

    [Parameter]
    [EditorRequired]
    public DateTimeOffset Now { get; set; }
}
