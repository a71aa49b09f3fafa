using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SecurityPortal.Tests.Support;

/// <summary>
/// A browser and an authenticator with one passkey, as Web Authentication (level 3) has them: what it answers can be made
/// wrong in every way in which a real one never is.
/// </summary>
public sealed class SoftAuthenticator : IDisposable
{
    private const byte UserPresent = 0x01;
    private const byte UserVerified = 0x04;
    private const byte HasCredential = 0x40;

    private static readonly string[] s_transports = ["internal"];

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(16);
    private string _user = "";

    public string Origin { get; set; } = "http://localhost";

    public bool VerifiesUser { get; set; } = true;

    /// <summary>As at its last use; it counts on by itself.</summary>
    public uint Count { get; set; }

    public bool Counts { get; init; } = true;

    public string Name => Base64Url.EncodeToString(_id);

    public string Make(string options)
    {
        using var asked = JsonDocument.Parse(options);
        _user = asked.RootElement.GetProperty("user").GetProperty("id").GetString()!;
        byte[] data = [.. HeadOf(asked.RootElement.GetProperty("rp").GetProperty("id").GetString()!, HasCredential), .. new byte[16], .. BigEndian((ushort)_id.Length), .. _id, .. CoseKey()];
        byte[] attestation = [0xA3, .. Text("fmt"), .. Text("none"), .. Text("attStmt"), 0xA0, .. Text("authData"), .. Bytes(data)];
        return Answer(new
        {
            clientDataJSON = ClientData("webauthn.create", asked),
            attestationObject = Base64Url.EncodeToString(attestation),
            transports = s_transports,
        });
    }

    public string Prove(string options)
    {
        using var asked = JsonDocument.Parse(options);
        var data = HeadOf(asked.RootElement.GetProperty("rpId").GetString()!, 0);
        var client = ClientData("webauthn.get", asked);
        byte[] signed = [.. data, .. SHA256.HashData(Base64Url.DecodeFromChars(client))];
        return Answer(new
        {
            clientDataJSON = client,
            authenticatorData = Base64Url.EncodeToString(data),
            signature = Base64Url.EncodeToString(_key.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)),
            userHandle = _user,
        });
    }

    public void Dispose() => _key.Dispose();

    private string Answer(object response) => JsonSerializer.Serialize(new
    {
        id = Name,
        rawId = Name,
        type = "public-key",
        authenticatorAttachment = "platform",
        clientExtensionResults = new { },
        response,
    });

    private string ClientData(string type, JsonDocument asked) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(new
    {
        type,
        challenge = asked.RootElement.GetProperty("challenge").GetString(),
        origin = Origin,
        crossOrigin = false,
    }));

    private byte[] HeadOf(string site, byte more)
    {
        if (Counts)
            Count++;
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(site)), (byte)(UserPresent | (VerifiesUser ? UserVerified : 0) | more), .. BigEndian(Counts ? Count : 0)];
    }

    /// <summary>RFC 9052: an elliptic curve key on P-256, for ES256.</summary>
    private byte[] CoseKey()
    {
        var key = _key.ExportParameters(includePrivateParameters: false);
        return [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, .. Bytes(key.Q.X!), 0x22, .. Bytes(key.Q.Y!)];
    }

    private static byte[] Text(string text) => [(byte)(0x60 + text.Length), .. Encoding.ASCII.GetBytes(text)];

    private static byte[] Bytes(byte[] bytes) => bytes.Length < 256 ? [0x58, (byte)bytes.Length, .. bytes] : [0x59, .. BigEndian((ushort)bytes.Length), .. bytes];

    private static byte[] BigEndian(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return bytes;
    }

    private static byte[] BigEndian(ushort number) => [(byte)(number >> 8), (byte)number];
}
