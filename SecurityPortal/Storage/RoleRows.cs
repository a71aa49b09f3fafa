using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;

namespace SecurityPortal.Storage;

/// <summary>The few accounts that have a role, among however many: by an index that holds only theirs.</summary>
public static class RoleRows
{
    // As the index has it, letter by letter; a parameter would not be known to be the same.
    public const string HasRole = "\"Roles\" <> ''";

    private const string Query = $"SELECT * FROM \"profiles\" WHERE {HasRole}";

    public static IQueryable<SecurityProfile> Of(PortalContext context) => context.Profiles.FromSqlRaw(Query).AsNoTracking();
}
