namespace SecurityPortal.Domain;

/// <summary>What staff may do, and how often.</summary>
/// <param name="ContactSearchesAnHour">Whole numbers and addresses that one of them may look for (R-HELP-1).</param>
public sealed record HelpDeskPolicy(int ContactSearchesAnHour);
