using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace SecurityPortal.Storage;

/// <summary>For <c>dotnet ef</c>, which would otherwise start the whole portal to find the model.</summary>
public sealed class PortalContextAtDesign : IDesignTimeDbContextFactory<PortalContext>
{
    public PortalContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PortalContext>().UseSqlite("Data Source=design.db").Options);
}
