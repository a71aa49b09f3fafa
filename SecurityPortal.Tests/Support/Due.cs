using SecurityPortal.Service;

namespace SecurityPortal.Tests.Support;

public static class Due
{
    /// <summary>What the worker does for the accounts in which something has fallen due; answers how many those were.</summary>
    public static async Task<int> AdvanceDueAsync(this SecurityInfoService service, PortalItself worker, int most, CancellationToken cancel)
    {
        var due = await service.DueAsync(worker, 0, most, cancel);
        foreach (var account in due)
            Assert.Null(await service.AdvanceAsync(worker, account, cancel));
        return due.Count;
    }
}
