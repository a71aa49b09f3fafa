using SecurityPortal.Domain;
using SecurityPortal.Service;

namespace SecurityPortal.Tests.Support;

/// <summary>What those do who guess, and how a browser comes to be remembered.</summary>
public static class Guessing
{
    extension(Portal portal)
    {
        /// <summary>Wrong codes from a limited session, as many as are let through; answers the last refusal.</summary>
        public async Task<Refusal?> GuessAsync(Owner owner, MethodId method, int times)
        {
            Refusal? last = null;
            for (var i = 0; i < times; i++)
            {
                if ((await portal.OverviewAsync(owner)).ChallengeFor(Purpose.SignIn, method) is null)
                {
                    portal.Clock.Advance(31.Seconds);
                    last = await portal.Service.AskForCodeAsync(owner, Purpose.SignIn, method, People.Cancel);
                }

                if ((await portal.OverviewAsync(owner)).ChallengeFor(Purpose.SignIn, method) is { } open)
                    last = (await portal.Service.CompleteSignInAsync(owner, open.Id, "000000", People.Cancel)).Refusal;
            }

            return last;
        }

        /// <summary>Ten wrong codes each from as many sources as it takes.</summary>
        public async Task GuessEverywhereAsync(MethodId method, int times)
        {
            for (var source = 0; times > 0; source++, times -= 10)
                _ = await portal.GuessAsync(await portal.GivePasswordAsync(source: $"203.0.113.{source}"), method, Math.Min(10, times));
        }

        /// <summary>Signs in, and has the browser remembered.</summary>
        public async Task<Visitor> RememberAsync(string source = "192.0.2.1")
        {
            Visitor visitor = new(source, "Chrome on Linux", "known") { BrowserId = "the-browser-at-home" };
            var limited = (await portal.Service.SignInAsync(visitor, People.Rachel, Portal.Password, People.Cancel)).Owner!;
            var mail = await portal.MethodAsync(limited, People.RachelsMail);
            Assert.Null(await portal.Service.AskForCodeAsync(limited, Purpose.SignIn, mail, People.Cancel));
            var (challenge, code) = await portal.CodeAsync(limited, Purpose.SignIn, mail);
            Assert.Null((await portal.Service.CompleteSignInAndRememberAsync(limited, challenge, code, People.Cancel)).Refusal);
            return visitor;
        }
    }
}
