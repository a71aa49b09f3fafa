using SecurityPortal.Domain;
using SecurityPortal.Resources;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>What is said beside the field when a text cannot be an account's name. It depends on the text alone.</summary>
public static class NameFault
{
    public static string? Of(string? typed) => typed switch
    {
        _ when string.IsNullOrWhiteSpace(typed) => SignInWords.Account_Empty,
        _ when typed.Trim().Length > AccountName.MaxLength => SignInWords.Account_TooLong.With(AccountName.MaxLength),
        _ when !AccountName.IsAcceptable(typed) => SignInWords.Account_NotText,
        _ => null,
    };
}
