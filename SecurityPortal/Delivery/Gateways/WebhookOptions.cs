using SecurityPortal.Domain;

namespace SecurityPortal.Delivery.Gateways;

/// <summary>Any provider that takes JSON, by configuration only.</summary>
public sealed class WebhookOptions
{
    private static readonly Dictionary<string, string> s_none = [];

    public Uri? Url { get; set; }

    public string Method { get; set; } = "POST";

    /// <summary>Their values may be secrets; <c>{id}</c> in them is the message's.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; set => field = value ?? s_none; } = s_none;

    /// <summary>JSON, with gaps inside its strings: <see cref="WebhookBody"/>.</summary>
    public string Body { get; set; } = "";

    /// <summary>What <c>{from}</c> stands for.</summary>
    public string From { get; set; } = "";

    /// <summary>By which status codes the provider says that it took a message; any 2xx when empty.</summary>
    public IReadOnlyList<int> Accepted { get; set; } = [];

    public WebhookReportOptions Report { get; set; } = new();
}

/// <summary>How the provider's call-backs are read: a path leads into their JSON (<c>results.0.status</c>) or names a field.</summary>
public sealed class WebhookReportOptions
{
    private static readonly Dictionary<string, DeliveryStage> s_noStages = [];
    private static readonly Dictionary<string, DeliveryCause> s_noCauses = [];

    /// <summary>Where it repeats our <c>{id}</c>, which is then compared; its address names the message in any case.</summary>
    public string IdPath { get; set; } = "";

    public string StagePath { get; set; } = "";

    public string CausePath { get; set; } = "";

    /// <summary>From the provider's word; one that is not here tells nothing.</summary>
    public IReadOnlyDictionary<string, DeliveryStage> Stages { get; set => field = value ?? s_noStages; } = s_noStages;

    public IReadOnlyDictionary<string, DeliveryCause> Causes { get; set => field = value ?? s_noCauses; } = s_noCauses;
}
