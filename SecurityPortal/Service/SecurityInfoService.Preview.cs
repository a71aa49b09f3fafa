using SecurityPortal.Domain;

namespace SecurityPortal.Service;

public sealed partial class SecurityInfoService
{
    /// <summary>How a code to this method would read in a language, before that is chosen (R-METH-14); null when there is no such method.</summary>
    public async Task<MessagePreview?> PreviewMessageAsync(Owner owner, MethodId method, string language, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return await ReadAsync(owner.Account, now, cancel) is { } profile
            && profile.Find(owner.Session) is not null
            && profile.Methods.FirstOrDefault(known => known.Id == method && known.IsConfirmed) is { } reached
                ? messages.Preview(profile, reached, language, owner, Policy.Codes, now)
                : null;
    }
}
