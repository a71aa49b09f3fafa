using SecurityPortal.Domain;

namespace SecurityPortal.Storage;

/// <summary>
/// A phone that is to become an account's method when its replacement is applied. It counts among those that it serves
/// (R-METH-15), and stands in a row of its own because it is searched for across accounts.
/// </summary>
public sealed class PendingPhone
{
    public required AccountId Account { get; init; }

    public required string Key { get; init; }

    /// <summary>Makes the rows of an account those of what is pending in it.</summary>
    public static void Follow(PortalContext context, SecurityProfile profile)
    {
        var pending = profile.Pending?.Infos.Where(info => info.Kind == MethodKind.Phone).Select(info => info.Contact.Key).ToHashSet() ?? [];
        var stored = context.PendingPhones.Where(phone => phone.Account == profile.Id).ToList();
        context.PendingPhones.RemoveRange(stored.Where(phone => !pending.Contains(phone.Key)));
        context.PendingPhones.AddRange(pending.Except(stored.Select(phone => phone.Key)).Select(key => new PendingPhone { Account = profile.Id, Key = key }));
    }
}
