using System.Collections.Immutable;
using SecurityPortal.Domain.Staff;

namespace SecurityPortal.Domain;

/// <summary>What staff may do, and how often.</summary>
/// <param name="ContactSearchesAnHour">Whole numbers and addresses that one of them may look for (R-HELP-1).</param>
/// <param name="ClearsAnHour">Devices that one of them may clear before a lead has to release more (R-HELP-4).</param>
/// <param name="CallerChecks">Which of them count (R-HELP-6).</param>
public sealed record HelpDeskPolicy(int ContactSearchesAnHour, int ClearsAnHour, ImmutableArray<CallerCheck> CallerChecks);
