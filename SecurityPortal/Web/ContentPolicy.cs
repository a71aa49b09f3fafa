namespace SecurityPortal.Web;

/// <summary>On an endpoint: the content security policy of its answers, instead of the pages' one.</summary>
public sealed record ContentPolicy(string Value);
