namespace SecurityPortal.Delivery.Mail;

public enum MailSecurity
{
    /// <summary>TLS after STARTTLS, or nothing at all is said.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,

    /// <summary>In the clear, which is right for a server on this machine only.</summary>
    None,
}

/// <summary>The section <c>Mail</c> of the settings: the one sender, and the server that takes its mail (R-DEL-5).</summary>
public sealed class MailOptions
{
    public const string Section = "Mail";

    /// <summary>Where it is left empty, there is no mail.</summary>
    public string Host { get; set; } = "";

    public int Port { get; set; }

    public MailSecurity Security { get; set; }

    /// <summary>Left empty, the portal does not sign in.</summary>
    public string UserName { get; set; } = "";

    public string Password { get; set; } = "";

    public string From { get; set; } = "";

    public string FromName { get; set; } = "";

    public string ReplyTo { get; set; } = "";

    /// <summary>Where bounces go: each message has its own, with <c>+token</c> added before the <c>@</c>. Left empty, it is <see cref="From"/>.</summary>
    public string ReturnPath { get; set; } = "";

    /// <summary>Where the reader of a notice finds help: a <c>mailto:</c> or <c>https:</c> address.</summary>
    public Uri? HelpAddress { get; set; }

    /// <summary>The most that are open at once; they are kept between messages.</summary>
    public int Connections { get; set; }

    /// <summary>A PEM file with the server's own certificate, or that of the authority that issued it, where that is not a public one.</summary>
    public string Certificate { get; set; } = "";

    public DkimOptions Dkim { get; set; } = new();

    public BounceOptions Bounces { get; set; } = new();

    public bool IsConfigured => Host != "";
}

/// <summary>Left empty, mails are not signed.</summary>
public sealed class DkimOptions
{
    public string Domain { get; set; } = "";

    public string Selector { get; set; } = "";

    /// <summary>A PEM file with an RSA or Ed25519 key.</summary>
    public string KeyFile { get; set; } = "";

    public bool IsConfigured => Domain + Selector + KeyFile != "";
}

/// <summary>The mailbox that <see cref="MailOptions.ReturnPath"/> leads to, read by IMAP.</summary>
public sealed class BounceOptions
{
    /// <summary>Where it is left empty, nobody here reads bounces.</summary>
    public string Host { get; set; } = "";

    public int Port { get; set; }

    public MailSecurity Security { get; set; }

    public string UserName { get; set; } = "";

    public string Password { get; set; } = "";

    public string Folder { get; set; } = "";

    public bool IsConfigured => Host != "";
}
