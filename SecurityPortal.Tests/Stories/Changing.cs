using Microsoft.Playwright;

namespace SecurityPortal.Tests.Stories;

/// <summary>What people do with their security info.</summary>
public static class Changing
{
    extension(Person person)
    {
        /// <summary>Phone or e-mail address, wherever one is asked for.</summary>
        public Task GiveContactAsync(string contact) => person.GiveContactAsync(LabelFor(contact), contact);

        public async Task GiveContactAsync(string label, string contact)
        {
            await person.ChooseKindAsync(label);
            await person.TypeAsync(label, contact);
            await person.PressAsync("Send a code");
        }

        /// <summary>What can be pressed is the whole of the choice, not its circle alone.</summary>
        public Task ChooseKindAsync(string label) => person.PressAsync(person.Choice(label).Locator("xpath=.."));

        /// <summary>From the list of methods and back to it. A code is asked for beforehand if none was entered lately.</summary>
        public async Task AddAsync(string contact, string? provedBy = null)
        {
            await person.FollowAsync("Add a new way to sign in or verify");
            await person.IsAtAsync("Add a new way to sign in or verify");
            await person.GiveContactAsync(contact);
            if (provedBy is not null)
                await person.ProveAsync("E-mail", provedBy);
            await person.IsAtAsync("Enter the code");
            await person.EnterCodeAsync(Bare(contact));
            await person.IsHomeAsync();
            await Assertions.Expect(person.Card(contact)).ToBeVisibleAsync();
        }

        /// <summary>The row of a method in the list.</summary>
        public ILocator Card(string method) => person.Page.Locator("#methods ~ ul").GetByRole(AriaRole.Button).Filter(new() { HasText = method });

        public async Task OpenCardAsync(string method)
        {
            await person.PressAsync(person.Card(method));
            await Assertions.Expect(person.Card(method)).ToHaveAttributeAsync("aria-expanded", "true");
        }

        /// <summary>From the picker to the page on which the update waits.</summary>
        public async Task StartReplacementAsync(params string[] contacts)
        {
            await person.FollowAsync("I don't have any of these");
            await person.IsAtAsync("Replace all your security info");
            await person.PressAsync("Enter new info");
            foreach (var contact in contacts)
            {
                if (contact != contacts[0])
                    await person.PressAsync("Add another");
                await person.EnterNewInfoAsync(contact);
            }

            await person.PressAsync("Review");
            await person.IsAtAsync("Replace my security info?");
            await person.PressAsync("Replace my security info");
            await person.IsAtAsync("Your security info is being updated");
        }

        public async Task EnterNewInfoAsync(string contact)
        {
            await person.IsAtAsync("How can we reach you from now on?");
            await person.GiveContactAsync(contact);
            await person.IsAtAsync("Enter the code");
            await person.EnterCodeAsync(Bare(contact));
            await Assertions.Expect(person.Button("Review")).ToBeVisibleAsync();
        }
    }

    private static string LabelFor(string contact) => contact.Contains('@', StringComparison.Ordinal) ? "E-mail address" : "Phone number";

    /// <summary>A number as messages go to it, without what makes it readable.</summary>
    private static string Bare(string contact) =>
        contact.Contains('@', StringComparison.Ordinal) ? contact : string.Concat(contact.Where(letter => letter is '+' or (>= '0' and <= '9')));
}
