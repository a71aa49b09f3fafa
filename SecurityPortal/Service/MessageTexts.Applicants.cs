using System.Globalization;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

/// <summary>What an applicant is written: the number of the request, and nothing of any account (R-FORM).</summary>
public sealed partial class MessageTexts
{
    public MessageContent ApplicantCode(RecoveryRequest request, Challenge asked, NewCode code)
    {
        var culture = CultureOf(request.Language);
        var facts = FactsOf(request, culture);
        facts["code"] = code.Digits;
        facts["reference"] = code.Reference;
        facts["asked"] = Say(asked.AskedAt, culture, Channel.Email);
        facts["until"] = Isolates.Around(asked.ExpiresAt.ToString("HH:mm 'UTC'", CultureInfo.InvariantCulture), culture);
        facts["source"] = Isolates.Around(request.Source, culture);
        return Mail(Words("Applicant_Code_Subject", culture, facts), Words("Applicant_Code_Body", culture, facts), culture, code.Digits);
    }

    public MessageContent ApplicantNews(RecoveryRequest request)
    {
        var culture = CultureOf(request.Language);
        var facts = FactsOf(request, culture);
        return Mail(Words("Applicant_News_Subject", culture, facts), Words("Applicant_News_Body", culture, facts), culture);
    }

    private Dictionary<string, string> FactsOf(RecoveryRequest request, CultureInfo culture) => new()
    {
        ["case"] = Isolates.Around(request.Number, culture),
        ["address"] = Isolates.Around(portal.Of($"/recover/{request.Number}").ToString(), culture),
        ["organisation"] = portal.Organisation.Length > 0 ? portal.Organisation : Words("Organisation_Default", culture, []),
    };
}
