using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Domain;

/// <summary>Guessing, and being known, in a word each.</summary>
internal static class Blocked
{
    extension(Life life)
    {
        /// <summary>Wrong codes, as many as are let through; answers the last refusal.</summary>
        public Refusal? Guess(Asker by, Contact contact, int times)
        {
            Refusal? last = null;
            for (var i = 0; i < times; i++)
                last = life.GuessOnce(by, contact);
            return last;
        }

        public Refusal? GuessOnce(Asker by, Contact contact)
        {
            var id = life.IdOf(contact);
            if (life.Profile.OpenChallenge(by.Session, Purpose.SignIn, id, life.Now) is null)
            {
                life.Pass(2.Minutes);
                if (life.Ask(by, Purpose.SignIn, id) is { } refusal)
                    return refusal;
            }

            return life.Answer(by, Purpose.SignIn, id, rightly: false);
        }

        /// <summary>From as many sources as it takes, ten wrong codes each.</summary>
        public void GuessEverywhere(Contact contact, int times)
        {
            for (var source = 0; times > 0; source++, times -= 10)
                _ = life.Guess(life.GivePassword($"203.0.113.{source}"), contact, Math.Min(times, 10));
        }

        /// <summary>A limited session of a browser that holds a cookie.</summary>
        public Asker GivePasswordIn(string browser, string source = Life.Home)
        {
            var session = life.NewSession(source) with { BrowserId = browser };
            life.Profile.OpenLimitedSession(session, Life.Policy, life.Now);
            return new(session.Id, source, browser);
        }

        /// <summary>Signs in, has the browser remembered, and comes back with the password alone.</summary>
        public Asker ComeBackIn(string browser, Contact with, string source = Life.Home)
        {
            var limited = life.GivePasswordIn(browser, source);
            life.Give(limited, Purpose.SignIn, life.IdOf(with));
            _ = life.Complete(limited, with, remembers: true);
            return life.GivePasswordIn(browser, source);
        }

        public Block? BlockOf(Contact contact, string source = Life.Home) => life.Profile.BlockOf(life.Method(contact), new(default, source), life.Now);

        public Block? Kept(BlockScope scope) => life.Profile.Blocks.SingleOrDefault(block => block.Scope == scope);
    }
}
