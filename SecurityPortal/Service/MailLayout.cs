using System.Globalization;
using System.Net;
using System.Text;

namespace SecurityPortal.Service;

/// <summary>The one layout of all mails: no pictures, no remote parts, readable on light and dark.</summary>
internal static class MailLayout
{
    public static string Html(string subject, string body, CultureInfo culture, string? code, (string Words, string Address, string Hint)? link)
    {
        var direction = culture.TextInfo.IsRightToLeft ? "rtl" : "ltr";
        StringBuilder html = new();
        html.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html><html lang=\"{culture.Name}\" dir=\"{direction}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><meta name=\"color-scheme\" content=\"light dark\"><title>{WebUtility.HtmlEncode(subject)}</title></head>");
        html.Append("<body style=\"margin:0;padding:24px;font-family:-apple-system,'Segoe UI',Roboto,'Liberation Sans',Arial,sans-serif;font-size:16px;line-height:1.5;line-break:strict;word-break:auto-phrase;overflow-wrap:anywhere\"><div style=\"max-width:520px;margin:0 auto\">");
        html.Append(CultureInfo.InvariantCulture, $"<h1 style=\"font-size:20px;line-height:1.3\">{Encode(subject)}</h1>");
        foreach (var paragraph in body.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
            html.Append(CultureInfo.InvariantCulture, $"<p>{Paragraph(paragraph, code)}</p>");
        if (link is { } action)
            html.Append(CultureInfo.InvariantCulture, $"<p>{Encode(action.Hint)}</p><p><a href=\"{Encode(action.Address)}\" style=\"display:inline-block;padding:10px 18px;border:1px solid;border-radius:8px;text-decoration:none\">{Encode(action.Words)}</a></p>");
        return html.Append("</div></body></html>").ToString();
    }

    /// <summary>The code stands large, so that it is found at a glance.</summary>
    private static string Paragraph(string text, string? code)
    {
        var encoded = Encode(text).Replace("\n", "<br>", StringComparison.Ordinal);
        return code is not null && text.Trim() == code
            ? $"<bdi dir=\"ltr\" style=\"font-size:32px;font-weight:600;letter-spacing:4px\">{encoded}</bdi>"
            : encoded;
    }

    private static string Encode(string text) => Isolates.AsMarkup(WebUtility.HtmlEncode(text));
}
