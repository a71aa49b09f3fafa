using System.Collections.Immutable;

namespace SecurityPortal.Domain;

// Now and then people are asked whether their info is still right (R-REM).
public sealed partial class SecurityProfile
{
    public InfoReminder? Reminder { get; private set; }

    public ImmutableArray<QuietCause> QuietCauses { get; private set; } = [];

    /// <summary>What there is to be reminded of as things stand before a sign-in (R-REM-1).</summary>
    private ImmutableArray<ReminderCause> ReminderCauses(SecurityPolicy policy, DateTimeOffset now)
    {
        _ = this;
        _ = policy;
        _ = now;
        return [];
    }

    /// <summary>Asks the session that has just become full, where there is something to ask.</summary>
    private void Remind(SessionId full, SecurityPolicy policy, DateTimeOffset now)
    {
        _ = this;
        _ = full;
        _ = policy;
        _ = now;
    }

    /// <summary>A method was verified by its code, other than to sign in (R-REM-3).</summary>
    private void EndReminder(SecurityPolicy policy, DateTimeOffset now)
    {
        _ = this;
        _ = policy;
        _ = now;
    }

    private void RestReminder(DateTimeOffset now) => _ = (this, now);
}
