using System.Collections.Immutable;

namespace SecurityPortal.Domain;

// Browsers that need no code at sign-in for a while (R-SIGN-3).
public sealed partial class SecurityProfile
{
    public ImmutableArray<RememberedBrowser> RememberedBrowsers { get; private set; } = [];
}
