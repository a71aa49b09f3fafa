using SecurityPortal.Service;

namespace SecurityPortal.Components.LimitedPages;

public static class WaitingPeriod
{
    extension(SecurityOverview overview)
    {
        /// <summary>How long a replacement started now would wait.</summary>
        public int WaitInDays => (int)Math.Round((overview.ReplacementWouldEnd - overview.Now).TotalDays);
    }

    extension(PendingView pending)
    {
        public int WaitInDays => (int)Math.Round((pending.EndsAt - pending.StartedAt).TotalDays);

        /// <summary>Whole days since it began: on the first one, 0.</summary>
        public int DaysBy(DateTimeOffset now) => Math.Clamp((int)(now - pending.StartedAt).TotalDays, 0, pending.WaitInDays);
    }
}
