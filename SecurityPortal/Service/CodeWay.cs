using System.Collections.Immutable;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

/// <summary>
/// How far the message with a code has come (R-DEL-2), and all that may explain why it is not there (R-DEL-3). What the
/// domain of an address tells is left out where the address is masked, or the mask would say more than it should (R-METH-3).
/// </summary>
public sealed record CodeWay
{
    public required DateTimeOffset Now { get; init; }

    public required ChallengeId Challenge { get; init; }

    public required Purpose Purpose { get; init; }

    public required Channel Channel { get; init; }

    /// <summary>The contact, masked where the session has not proved a second thing.</summary>
    public required string Shown { get; init; }

    public required string Reference { get; init; }

    public required DeliveryStage Stage { get; init; }

    public DeliveryCause? Cause { get; init; }

    /// <summary>From the first, the present one last.</summary>
    public required ImmutableArray<CodeStep> Steps { get; init; }

    /// <summary>When it left the portal; null as long as nothing was sent.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>When it is tried again.</summary>
    public DateTimeOffset? NextTryAt { get; init; }

    /// <summary>When it will leave the queue that it waits in; null while nothing is in its way.</summary>
    public DateTimeOffset? ExpectedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When anything last arrived at this method.</summary>
    public DateTimeOffset? LastDeliveredAt { get; init; }

    /// <summary>Who its message is from; empty where the channel does not say.</summary>
    public string Sender { get; init; } = "";

    /// <summary>Of a mail, as its reader sees it; empty for others.</summary>
    public string Subject { get; init; } = "";

    /// <summary>No code can be sent to this method from here while it stands.</summary>
    public BlockView? Block { get; init; }

    public bool IsBlocked(DateTimeOffset now) => Block is not null && !(Block.Until <= now);

    /// <summary>The code can be said in a call instead.</summary>
    public bool MayCall { get; init; }

    public bool IsVoip { get; init; }

    /// <summary>Its mailbox is one of those that the account itself signs in to.</summary>
    public bool IsSameSystem { get; init; }

    public bool IsJunkProne { get; init; }

    /// <summary>Null while all is well where the destination lies.</summary>
    public AreaNote? Area { get; init; }

    /// <summary>Nothing moves it any more.</summary>
    public bool IsAtEnd => Stage is DeliveryStage.Delivered || HasStopped;

    /// <summary>It will not arrive.</summary>
    public bool HasStopped => Stage is DeliveryStage.Bounced or DeliveryStage.Refused or DeliveryStage.Expired or DeliveryStage.NotSent;
}

/// <summary>One step of a code's message, in no words of a server.</summary>
public sealed record CodeStep(DeliveryStage Stage, DateTimeOffset At, DeliveryCause? Cause = null);
