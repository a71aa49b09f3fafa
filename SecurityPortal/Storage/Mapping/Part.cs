using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Risk;
using SecurityPortal.Domain.Staff;

namespace SecurityPortal.Storage.Mapping;

/// <summary>
/// A part of an account that is kept as JSON in its row. Parts are immutable, so a part has changed exactly when it is
/// another object.
/// </summary>
internal static class Part
{
    private static readonly PartJson s_json = new(new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Converters =
        {
            new IdJson<AccountId>(id => id.Value, id => new(id)),
            new IdJson<MethodId>(id => id.Value, id => new(id)),
            new IdJson<SessionId>(id => id.Value, id => new(id)),
            new IdJson<ChallengeId>(id => id.Value, id => new(id)),
            new IdJson<ReplacementId>(id => id.Value, id => new(id)),
            new InstantJson(),
            new JsonStringEnumConverter<Purpose>(),
            new JsonStringEnumConverter<MethodKind>(),
            new JsonStringEnumConverter<BlockReason>(),
            new JsonStringEnumConverter<BlockScope>(),
            new JsonStringEnumConverter<ReminderCause>(),
            new JsonStringEnumConverter<RiskSignal>(),
            new JsonStringEnumConverter<DeliveryStage>(),
            new JsonStringEnumConverter<DeliveryCause>(),
            new JsonStringEnumConverter<ReplacementOutcome>(),
            new JsonStringEnumConverter<CaseKind>(),
            new JsonStringEnumConverter<Role>(),
            new JsonStringEnumConverter<CallerCheck>(),
            new JsonStringEnumConverter<CaseDeed>(),
        },
    });

    public static PropertyBuilder<ImmutableArray<T>> IsPart<T>(
        this PropertyBuilder<ImmutableArray<T>> property) => property.HasConversion(
        new ValueConverter<ImmutableArray<T>, string>(items => Write(items), text => Read<ImmutableArray<T>>(text)),
        new ValueComparer<ImmutableArray<T>>((one, other) => one == other, items => items.GetHashCode(), items => items));

    public static PropertyBuilder<T?> IsPart<T>(this PropertyBuilder<T?> property)
        where T : class => property.HasConversion(
        new ValueConverter<T?, string>(item => Write(item!), text => Read<T>(text)),
        new ValueComparer<T?>((one, other) => ReferenceEquals(one, other), item => item!.GetHashCode(), item => item));

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Info<T>());

    public static T Read<T>(string text) => JsonSerializer.Deserialize(text, Info<T>())!;

    private static JsonTypeInfo<T> Info<T>() => (JsonTypeInfo<T>)s_json.GetTypeInfo(typeof(T))!;

    private sealed class IdJson<TId>(Func<TId, Guid> guid, Func<Guid, TId> id) : JsonConverter<TId>
    {
        public override TId? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            id(reader.GetGuid());

        public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) =>
            writer.WriteStringValue(guid(value));
    }

    private sealed class InstantJson : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(reader.GetInt64(), TimeSpan.Zero);

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value.UtcTicks);
    }
}

[JsonSerializable(typeof(ImmutableArray<Session>))]
[JsonSerializable(typeof(ImmutableArray<Challenge>))]
[JsonSerializable(typeof(ImmutableArray<WrongTry>))]
[JsonSerializable(typeof(ImmutableArray<Block>))]
[JsonSerializable(typeof(ImmutableArray<NewDestination>))]
[JsonSerializable(typeof(ImmutableArray<ReplacementDraft>))]
[JsonSerializable(typeof(ImmutableArray<Replacement>))]
[JsonSerializable(typeof(ImmutableArray<DateTimeOffset>))]
[JsonSerializable(typeof(ImmutableArray<Contact>))]
[JsonSerializable(typeof(ImmutableArray<DeliveryStep>))]
[JsonSerializable(typeof(ImmutableArray<DisownedAddress>))]
[JsonSerializable(typeof(ImmutableArray<WrongContact>))]
[JsonSerializable(typeof(ImmutableArray<BlockEndTelling>))]
[JsonSerializable(typeof(ImmutableArray<RememberedBrowser>))]
[JsonSerializable(typeof(ImmutableArray<UnfinishedSignIn>))]
[JsonSerializable(typeof(ImmutableArray<QuietCause>))]
[JsonSerializable(typeof(ImmutableArray<Counted>))]
[JsonSerializable(typeof(ImmutableArray<FailedName>))]
[JsonSerializable(typeof(ImmutableDictionary<string, string>))]
[JsonSerializable(typeof(Habits))]
[JsonSerializable(typeof(InfoReminder))]
[JsonSerializable(typeof(Restriction))]
[JsonSerializable(typeof(ApprovedRecovery))]
[JsonSerializable(typeof(Challenge))]
[JsonSerializable(typeof(ImmutableArray<RecoveryStep>))]
[JsonSerializable(typeof(ImmutableArray<RecoveryApproval>))]
[JsonSerializable(typeof(ImmutableArray<CaseStep>))]
[JsonSerializable(typeof(FormerPassword))]
[JsonSerializable(typeof(LastReset))]
[JsonSerializable(typeof(RecoveryCodeSet))]
[JsonSerializable(typeof(PasskeyCredential))]
[JsonSerializable(typeof(CallerNumber))]
[JsonSerializable(typeof(Clearance))]
[JsonSerializable(typeof(RegistrationDuty))]
[JsonSerializable(typeof(Freeze))]
[JsonSerializable(typeof(EnrolmentPass))]
[JsonSerializable(typeof(ClearOrder))]
internal sealed partial class PartJson : JsonSerializerContext;
