using Microsoft.Playwright;

namespace SecurityPortal.Tests.Stories;

/// <summary>Demo accounts, and the ways they go most often.</summary>
public static class SigningIn
{
    public const string Password = "Open-Sesame-42";

    public static string Account(string name) => $"{name}@contoso.example";

    public static string Mail(string name) => $"{name}@mail.example";

    extension(Person person)
    {
        /// <summary>From the sign-in page to what a right password opens.</summary>
        public async Task GivePasswordAsync(string name, string password = Password)
        {
            await person.OpenAsync("/sign-in");
            if (!await person.IsAskedForPasswordAsync())
            {
                await person.TypeAsync("Account name", Account(name));
                await person.PressAsync("Next");
            }

            await person.TypeAsync("Password", password);
            await person.PressAsync("Sign in");
        }

        /// <summary>The browser still knows the name that was typed in it.</summary>
        private Task<bool> IsAskedForPasswordAsync() => person.Field("Password").IsVisibleAsync();

        /// <summary>By a code to the account's e-mail address, until its security info is there.</summary>
        public async Task SignInAsync(string name, string password = Password)
        {
            await person.GivePasswordAsync(name, password);
            await person.ChooseAsync("E-mail");
            await person.EnterCodeAsync(Mail(name));
            await person.IsHomeAsync();
        }

        /// <summary>By the app that all demo staff have (R-HELP-7).</summary>
        public async Task SignInByAppAsync(string name)
        {
            await person.GivePasswordAsync(name);
            await person.ChooseAsync("Code from your authenticator app");
            await person.TypeAsync("Code", await person.Backstage.AppCodeAsync(Account(name)));
            await person.PressAsync("Verify");
            await person.IsHomeAsync();
        }

        public async Task ChooseAsync(string kind)
        {
            await person.IsAtAsync("Verify your identity");
            await person.PressAsync(person.Row(kind).First);
            await person.IsAtAsync("Enter your code");
        }

        /// <summary>The code that the message with the reference on this page brought.</summary>
        public async Task EnterCodeAsync(string to)
        {
            await person.TypeAsync("Code", await person.ReadCodeAsync(to));
            await person.PressAsync("Verify");
        }

        public async Task<string> ReadCodeAsync(string to)
        {
            var reference = await person.Page.Locator(".reference").InnerTextAsync();
            return await person.Backstage.CodeAsync(to, reference);
        }

        /// <summary>The proof that a change takes, when it is asked for.</summary>
        public async Task ProveAsync(string kind, string to)
        {
            await person.IsAtAsync("Verify that it is you");
            await person.PressAsync(person.Row(kind).First);
            await person.EnterCodeAsync(to);
        }

        /// <summary>The link that the newest notice of some kind carries.</summary>
        public async Task<string> LinkAsync(string to, string kind) => Assert.Single((await person.Backstage.NewestAsync(to, kind)).Links);

        public async Task SignOutAsync()
        {
            await person.PressAsync("Sign out");
            await person.SeesAsync("You are signed out.");
        }

        public async Task IsHomeAsync()
        {
            await person.IsAtPathAsync("/security-info");
            await Assertions.Expect(person.Heading("Your methods")).ToBeVisibleAsync();
            await person.WaitAsync();
        }
    }
}
