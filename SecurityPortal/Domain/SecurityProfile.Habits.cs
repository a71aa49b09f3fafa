namespace SecurityPortal.Domain;

// From where this account is signed in to, and what does not fit (R-RISK-1).
public sealed partial class SecurityProfile
{
    public Habits? Habits { get; private set; }

    /// <summary>A sign-in was completed: from now on this is how the account is used.</summary>
    private void TakeHabit(Session full, DateTimeOffset now)
    {
        _ = this;
        _ = full;
        _ = now;
    }
}
