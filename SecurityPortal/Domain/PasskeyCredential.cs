using System.Collections.Immutable;

namespace SecurityPortal.Domain;

/// <summary>The public half of a passkey, as its authenticator gave it when it was made (Web Authentication, level 3).</summary>
/// <param name="PublicKey">In COSE form.</param>
/// <param name="SignCount">As at its last use; an authenticator that counts never goes back. Many always say 0.</param>
/// <param name="Transports">How the browser may reach it: <c>internal</c>, <c>usb</c>, <c>hybrid</c> …</param>
/// <param name="IsBackupEligible">It can be copied to other devices of its owner.</param>
public sealed record PasskeyCredential(
    byte[] Id, byte[] PublicKey, uint SignCount, ImmutableArray<string> Transports, bool IsBackupEligible, bool IsBackedUp)
{
    /// <summary>Base64url, as browsers write it.</summary>
    public string Name => System.Buffers.Text.Base64Url.EncodeToString(Id);
}
