using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

/// <summary>
/// Hashes and checks passwords with Identity's hasher. It leaves one processor free, so that many who sign in at once do
/// not stall everybody's pages.
/// </summary>
public sealed class Passwords(IPasswordHasher<SecurityProfile> hasher) : IDisposable
{
    private readonly SemaphoreSlim _hashing = new(Math.Max(1, Environment.ProcessorCount - 1));
    private readonly string _nobodys = hasher.HashPassword(null!, RandomNumberGenerator.GetHexString(32));

    /// <summary>Takes as long for an account that is not there, or has no password, as for one that has (R-SIGN-2).</summary>
    public async Task<bool> IsRightAsync(string? hash, string password, CancellationToken cancel)
    {
        await _hashing.WaitAsync(cancel);
        try
        {
            var result = await Task.Run(() => hasher.VerifyHashedPassword(null!, hash ?? _nobodys, password), cancel);
            return hash is not null && result != PasswordVerificationResult.Failed;
        }
        finally
        {
            _hashing.Release();
        }
    }

    public async Task<string> HashAsync(string password, CancellationToken cancel)
    {
        await _hashing.WaitAsync(cancel);
        try
        {
            return await Task.Run(() => hasher.HashPassword(null!, password), cancel);
        }
        finally
        {
            _hashing.Release();
        }
    }

    public void Dispose() => _hashing.Dispose();
}
