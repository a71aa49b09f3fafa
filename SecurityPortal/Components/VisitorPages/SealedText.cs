using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>Text that a browser keeps for the portal, and can neither read nor change.</summary>
internal sealed class SealedText(IDataProtectionProvider protection, string purpose)
{
    private readonly IDataProtector _protector = protection.CreateProtector($"SecurityPortal.{purpose}");

    public string Seal(string text) => _protector.Protect(text);

    /// <summary>Null for what this portal has not sealed for this very purpose.</summary>
    public string? Open(string? sealedText)
    {
        try
        {
            return string.IsNullOrEmpty(sealedText) ? null : _protector.Unprotect(sealedText);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
