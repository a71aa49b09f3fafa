using MudBlazor;

namespace SecurityPortal.Components.Shared;

public static class Told
{
    extension(ISnackbar snackbar)
    {
        /// <summary>Says what was just done, in the place of what was said before.</summary>
        public void Tell(string done)
        {
            snackbar.Clear();
            _ = snackbar.Add(done, Severity.Success);
        }
    }
}
