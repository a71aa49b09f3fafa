using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SecurityPortal.Service;

/// <summary>The words of one message: sealed in the store until it is sent, and wiped when they have served.</summary>
/// <param name="Code">The digits, for the channel that shows messages in Development.</param>
public sealed record MessageContent(string Subject, string Text, string Html, string? Code, ImmutableArray<string> Links)
{
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, MessageContentJson.Default.MessageContent);

    public static MessageContent From(byte[] bytes) => JsonSerializer.Deserialize(bytes, MessageContentJson.Default.MessageContent)!;
}

[JsonSerializable(typeof(MessageContent))]
internal sealed partial class MessageContentJson : JsonSerializerContext;
