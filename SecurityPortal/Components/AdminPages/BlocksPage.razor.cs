using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.StaffPages;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.AdminPages;

/// <summary>Networks, mailboxes and numbers that are blocked for all accounts (R-BLOCK-1).</summary>
public sealed partial class BlocksPage(SecurityInfoService service, NavigationManager navigation, TimeProvider clock) : AdminPage(service, navigation, clock)
{
    private const string Form = "set";

    private PortalBlocks? _blocks;
    private bool _isDestination;
    private string _value = "";
    private BlockReason _reason = BlockReason.UnusualActivity;
    private string _until = "";
    private string _why = "";

    protected override async Task<Refusal?> LoadAsync() => (_blocks = await Service.PortalBlocksAsync(Owner, Leaving)).Refusal;

    private static bool IsOfValue(Refusal refusal) => refusal is Refusal.NotASource or Refusal.NotOneSource or Refusal.OwnSource or Refusal.NotAnEmail or Refusal.NotAPhone;

    private static bool IsOfForm(Refusal refusal) => IsOfValue(refusal) || refusal is Refusal.EndNotAhead or Refusal.NotWrittenDown;

    private async Task BlockAsync()
    {
        if (await ActAsync(Form, AdminWords.Block_Done, SetAsync))
            (_value, _until, _why) = ("", "", "");
    }

    private Task<Refusal?> SetAsync()
    {
        var until = LocalInstant.Read(_until, Zone);
        if (!_isDestination)
            return Service.BlockSourceAsync(Owner, _value, _reason, until, _why, Leaving);

        return Read(_value, out var refusal) is { } contact ? Service.BlockDestinationAsync(Owner, contact, _reason, until, _why, Leaving) : RefuseAsync(refusal!);
    }

    /// <summary>A number is one that can be dialled from anywhere, of whichever kind.</summary>
    private static Contact? Read(string typed, out Refusal? refusal)
    {
        if (typed.Contains('@', StringComparison.Ordinal))
            return EmailAddress.Read(typed, out refusal);

        return PhoneNumber.InE164(typed, null, out refusal) is { } number ? new(MethodKind.Phone, number) : null;
    }

    private Task LiftAsync(PortalBlock block, string why) =>
        ActAsync(block.Id, AdminWords.Block_Lifted.With(block.Shown), () => Service.LiftPortalBlockAsync(Owner, block.Id, why, Leaving));
}
