using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>What is said beside the field when a text cannot be a code at all. It is no try, and nothing asks the store.</summary>
public static class CodeFault
{
    public static string? Of(string? typed, DateTimeOffset now, TimeZoneInfo zone) => typed switch
    {
        _ when string.IsNullOrWhiteSpace(typed) => SignInWords.Code_Empty,
        _ when OneTimeCodes.DigitsOf(typed) is null => RefusalText.Of(new Refusal.NotACode(), now, zone),
        _ => null,
    };
}
