using System.Collections.Immutable;
using System.Globalization;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.AdminPages;

/// <summary>What the rules of one subject come to.</summary>
public sealed record PolicyChapter(string Title, ImmutableArray<string> Sentences);

/// <summary>Every figure that is in force, in a sentence of its own, in the order of the rules.</summary>
public static partial class PolicyText
{
    public static ImmutableArray<PolicyChapter> Of(PolicyInForce inForce)
    {
        var policy = inForce.Rules;
        return
        [
            new(FigureWords.Chapter_Methods, [.. OfMethods(policy)]),
            new(FigureWords.Chapter_Codes, [.. OfCodes(policy.Codes, policy.Blocks)]),
            new(FigureWords.Chapter_SignIn, [.. OfSignIn(policy)]),
            new(FigureWords.Chapter_Replacement, [.. OfReplacement(policy)]),
            new(FigureWords.Chapter_Blocks, [.. OfBlocks(policy.Blocks, policy.Passwords), .. OfLimits(policy.Limits)]),
            new(FigureWords.Chapter_Risk, [.. OfRisk(policy.Risk), .. OfRegions(policy.Regions)]),
            new(FigureWords.Chapter_Delivery, [.. OfHealth(policy.Health)]),
            new(FigureWords.Chapter_Reminder, [.. OfReminder(policy.Reminder)]),
            new(FigureWords.Chapter_Passwords, [.. OfPasswords(policy)]),
            new(FigureWords.Chapter_HelpDesk, [.. OfHelpDesk(policy)]),
            new(FigureWords.Chapter_Retention, [.. OfRetention(inForce.Retention)]),
        ];
    }

    private static IEnumerable<string> OfMethods(SecurityPolicy policy)
    {
        yield return FigureWords.MaxMethods.With(policy.MaxMethods);
        yield return FigureWords.AccountsPerPhone.With(policy.AccountsPerPhone);
        yield return FigureWords.EstablishedAfter.With(For(policy.EstablishedAfter));
        yield return FigureWords.ProofLife.With(For(policy.Codes.ProofLife));
        yield return policy.HasCalls ? FigureWords.Calls : FigureWords.NoCalls;
        yield return policy.SameSystem.Organisation.IsEmpty ? FigureWords.NoOrganisation : FigureWords.Organisation.With(Names(policy.SameSystem.Organisation));
        foreach (var group in policy.SameSystem.Providers)
            yield return FigureWords.SharedSignIn.With(Names(group));
    }

    private static IEnumerable<string> OfCodes(CodePolicy codes, BlockPolicy blocks)
    {
        yield return FigureWords.Digits.With(codes.Digits, codes.PrivilegedDigits);
        yield return FigureWords.CodeLife.With(For(codes.Life));
        yield return FigureWords.Tries.With(codes.Tries);
        yield return FigureWords.Sends.With(codes.Sends, List(codes.Waits.Select(For)));
        yield return FigureWords.NewDestinations.With(codes.NewDestinations, For(CodePolicy.DestinationsWithin));
        yield return FigureWords.FailuresHere.With(codes.FailuresBeforeBlock);
        yield return FigureWords.FailuresEverywhere.With(blocks.FailuresEverywhere);
        yield return FigureWords.FailuresDisable.With(BlockPolicy.FailuresToDisable);
    }

    private static IEnumerable<string> OfSignIn(SecurityPolicy policy)
    {
        yield return policy.Methods.MailSignsIn ? FigureWords.Mail_SignsIn : FigureWords.Mail_Never;
        yield return policy.Methods.PhoneSignsIn switch
        {
            PhoneUse.Always => FigureWords.Phone_Always,
            PhoneUse.LowRisk => FigureWords.Phone_LowRisk.With(policy.Risk.Medium),
            PhoneUse.Never => FigureWords.Phone_Never,
        };
        yield return policy.Methods.StrongRequired ? FigureWords.Strong_Needed : FigureWords.Strong_Staff;
        yield return FigureWords.Remembered.With(For(policy.Sessions.Remembered));
        yield return FigureWords.Idle.With(For(policy.Sessions.Idle), For(policy.Sessions.StaffIdle));
        yield return FigureWords.SessionLife.With(For(policy.Sessions.Life));
    }

    private static IEnumerable<string> OfReplacement(SecurityPolicy policy)
    {
        yield return FigureWords.Wait.With(For(policy.Replacement.Wait));
        yield return FigureWords.NoticeDays.With(List(policy.Replacement.Notices.After.Select(after => after.TotalDays.ToString(CultureInfo.CurrentCulture))));
        yield return FigureWords.LinkPause.With(For(policy.Replacement.LinkPause));
        yield return FigureWords.Starts.With(policy.Replacement.Starts, For(ReplacementPolicy.StartsWithin));
        yield return FigureWords.Restriction.With(For(policy.Restriction));
    }

    private static string For(TimeSpan length) => DurationText.Of(length);

    private static string Names(IEnumerable<string> names) => List(names.Order(StringComparer.Ordinal));

    private static string List(IEnumerable<string> items) => string.Join(", ", items);
}
