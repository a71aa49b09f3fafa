using System.Collections.Immutable;

namespace SecurityPortal.Domain;

// Now and then people are asked whether their info is still right (R-REM).
public sealed partial class SecurityProfile
{
    public InfoReminder? Reminder { get; private set; }

    public ImmutableArray<QuietCause> QuietCauses { get; private set; } = [];
}
