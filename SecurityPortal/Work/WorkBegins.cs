namespace SecurityPortal.Work;

public static class WorkBegins
{
    extension(IHostApplicationLifetime portal)
    {
        /// <summary>
        /// Waits until the portal answers requests. A start that fails has then sent nothing, and the address that messages
        /// carry, which in Development is the one the server listens on, is known. False when it stops before.
        /// </summary>
        public async Task<bool> HasStartedAsync(CancellationToken stopping)
        {
            TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var registration = portal.ApplicationStarted.Register(started.SetResult);
            await started.Task.WaitAsync(stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return !stopping.IsCancellationRequested;
        }
    }
}
