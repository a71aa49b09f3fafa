using Microsoft.AspNetCore.Components;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.AdminPages;

/// <summary>Who has which role, and whether they can act in it (R-HELP-7).</summary>
public sealed partial class PeoplePage(SecurityInfoService service, NavigationManager navigation, TimeProvider clock) : AdminPage(service, navigation, clock)
{
    private StaffPeople? _people;

    protected override async Task<Refusal?> LoadAsync() => (_people = await Service.StaffPeopleAsync(Owner, Leaving)).Refusal;

    private static string[] ProofsOf(StaffPerson person) =>
        [.. person.HasPasskey ? [MethodWords.Passkey] : Array.Empty<string>(), .. person.HasApp ? [MethodWords.AuthenticatorApp] : Array.Empty<string>()];
}
