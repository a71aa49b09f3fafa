namespace SecurityPortal.Domain.Audit;

/// <summary>Under which names the facts of a record stand. They are published as the actions are.</summary>
public static class AuditFact
{
    /// <summary>What of an account is blocked, by the name of its <see cref="BlockScope"/>.</summary>
    public const string Scope = "scope";

    public const string Cause = "cause";

    /// <summary>Missing where it has no end.</summary>
    public const string Until = "until";

    public const string Method = "method";
    public const string MethodKind = "methodKind";

    /// <summary>Masked: a record never holds a whole address or number.</summary>
    public const string Contact = "contact";

    /// <summary>The methods that went: kinds and masks, with commas between.</summary>
    public const string Went = "went";

    /// <summary>Of what takes two: its number, and what it is.</summary>
    public const string Approval = "approval";
    public const string ApprovalKind = "approvalKind";
    public const string Role = "role";

    public const string CallerCheck = "callerCheck";
    public const string Reference = "reference";

    /// <summary>An enrolment pass was given, because nothing that signs in was left.</summary>
    public const string HasPass = "hasPass";

    public const string AtSource = "atSource";
    public const string RegionKind = "regionKind";
    public const string Region = "region";
    public const string IsClosed = "isClosed";
    public const string IsMeasured = "isMeasured";

    /// <summary>Codes a minute.</summary>
    public const string Pace = "pace";

    /// <summary>Of messages, by the name of its <see cref="Domain.Channel"/>.</summary>
    public const string Channel = "channel";

    /// <summary>A mail domain, a country, or the first digits of numbers.</summary>
    public const string Area = "area";

    /// <summary>By the name of a <see cref="ChannelStatus"/>.</summary>
    public const string Status = "status";

    /// <summary>The number of a recovery request.</summary>
    public const string Request = "request";

    /// <summary>The number of a case.</summary>
    public const string Case = "case";

    public const string CaseKind = "caseKind";

    /// <summary>How many of two have approved by now.</summary>
    public const string Approvals = "approvals";

    public const string Contacts = "contacts";
    public const string Roles = "roles";
    public const string HasPassword = "hasPassword";
    public const string Added = "added";
    public const string AlreadyThere = "alreadyThere";
    public const string Refused = "refused";

    /// <summary>Of the sign-in log, as it stands in the log's address; missing where all of it was taken.</summary>
    public const string Filter = "filter";

    /// <summary>How many, with a plus where they were not counted to the end.</summary>
    public const string Rows = "rows";
}
