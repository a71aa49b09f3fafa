using Microsoft.Playwright;
using static SecurityPortal.Tests.Stories.SigningIn;

namespace SecurityPortal.Tests.Stories;

/// <summary>How somebody changes all their security info at once, and comes to undo it.</summary>
public static class AtOnce
{
    extension(Person person)
    {
        /// <summary>As far as the dialog, or past it when nothing speaks against it.</summary>
        public async Task RemoveAsync(string method)
        {
            await person.OpenCardAsync(method);
            await person.PressAsync("Remove");
            await person.Dialog.GetByRole(AriaRole.Button, new() { Name = "Remove", Exact = true }).ClickAsync();
        }

        public async Task ChangeEverythingAsync(string name, string contact)
        {
            await person.SignInAsync(name);
            await person.AddAsync(contact, provedBy: Mail(name));
            await person.RemoveAsync(Mail(name));
            await person.PressAsync("Remove it anyway");
            await person.SeesAsync("Your security info is closed for now");
            await Assertions.Expect(person.Dialog).ToHaveCountAsync(0);
        }

        /// <summary>By the link in the notice, the password, and asking for a code.</summary>
        public async Task<string> BeginUndoAsync(string removed)
        {
            var link = await person.LinkAsync(removed, "everythingChanged");
            await person.OpenAsync(link);
            await person.TypeAsync("Password", Password);
            await person.PressAsync("Go on");
            await person.PressAsync(person.Row("Send a code to"));
            await person.SeesAsync("Look for the message marked");
            return link;
        }
    }
}
