using System.Text;
using Microsoft.AspNetCore.Components;
using SecurityPortal.Resources;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>A text carries no link, but a word; here it is typed (R-PEND-4).</summary>
public sealed partial class WordPage(NavigationManager navigation) : VisitorPage(navigation)
{
    public const string Path = "/message";

    private const string WordForm = "word";
    private const int MaxLength = 64;

    private string? _fault;

    [SupplyParameterFromForm(FormName = WordForm, Name = "word")]
    private string? Word { get; set; }

    private void Open()
    {
        var word = Bare(Word);
        if (word.Length is > 0 and <= MaxLength && word.All(char.IsAsciiLetterOrDigit))
            GoTo(LinkPage.PathOf(word));
        else
            _fault = word.Length == 0 ? LinkWords.Word_Empty : LinkWords.Word_NotOne;
    }

    /// <summary>As phones and people alter it: capitals, blanks, a full stop at the end.</summary>
    private static string Bare(string? typed) =>
        string.Concat((typed ?? "").Normalize(NormalizationForm.FormKC).Where(letter => !char.IsWhiteSpace(letter))).Trim('.', '"', '\'', ',').ToLowerInvariant();
}
