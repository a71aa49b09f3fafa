using System.Collections.Immutable;
using Microsoft.AspNetCore.Identity;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

/// <summary>An account as a passkey ceremony sees it: its id is the user handle that authenticators keep.</summary>
internal sealed record PasskeyOwner(AccountId Id, string Name, ImmutableArray<PasskeyCredential> Passkeys)
{
    public static PasskeyOwner Of(SecurityProfile profile) =>
        new(profile.Id, profile.Name, [.. profile.Methods.Where(method => method.VerifiedAt is not null).Select(method => method.Passkey).OfType<PasskeyCredential>()]);
}

/// <summary>What the framework's ceremony reads of accounts. It stores nothing: the service does, under the write lock.</summary>
/// <param name="find">Who a user handle stands for.</param>
internal sealed class PasskeyOwners(Func<AccountId, Task<PasskeyOwner?>> find) : IUserPasskeyStore<PasskeyOwner>
{
    public Task<string> GetUserIdAsync(PasskeyOwner user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(PasskeyOwner user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Name);

    public Task<string?> GetNormalizedUserNameAsync(PasskeyOwner user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Name);

    public async Task<PasskeyOwner?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var id) ? await find(new(id)) : null;

    public Task<IList<UserPasskeyInfo>> GetPasskeysAsync(PasskeyOwner user, CancellationToken cancellationToken) =>
        Task.FromResult<IList<UserPasskeyInfo>>([.. user.Passkeys.Select(ToInfo)]);

    public Task<UserPasskeyInfo?> FindPasskeyAsync(PasskeyOwner user, byte[] credentialId, CancellationToken cancellationToken) =>
        Task.FromResult(user.Passkeys.FirstOrDefault(passkey => passkey.Id.AsSpan().SequenceEqual(credentialId)) is { } found ? ToInfo(found) : null);

    /// <summary>Whether any account has it already is asked of the store when it is taken in.</summary>
    public Task<PasskeyOwner?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) => Task.FromResult<PasskeyOwner?>(null);

    public void Dispose()
    {
    }

    Task<PasskeyOwner?> IUserStore<PasskeyOwner>.FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task IUserStore<PasskeyOwner>.SetUserNameAsync(PasskeyOwner user, string? userName, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task IUserStore<PasskeyOwner>.SetNormalizedUserNameAsync(PasskeyOwner user, string? normalizedName, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task<IdentityResult> IUserStore<PasskeyOwner>.CreateAsync(PasskeyOwner user, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task<IdentityResult> IUserStore<PasskeyOwner>.UpdateAsync(PasskeyOwner user, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task<IdentityResult> IUserStore<PasskeyOwner>.DeleteAsync(PasskeyOwner user, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task IUserPasskeyStore<PasskeyOwner>.AddOrUpdatePasskeyAsync(PasskeyOwner user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task IUserPasskeyStore<PasskeyOwner>.RemovePasskeyAsync(PasskeyOwner user, byte[] credentialId, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Its count is judged by the account, which tells its owner of a copy: to the framework it has counted nothing yet.</summary>
    private static UserPasskeyInfo ToInfo(PasskeyCredential passkey) =>
        new(passkey.Id, passkey.PublicKey, default, 0, [.. passkey.Transports], true, passkey.IsBackupEligible, passkey.IsBackedUp, [], []);
}
