namespace SecurityPortal.Service;

/// <summary>What can be looked into when a code is not there; each is an anchor of the help page.</summary>
public enum HelpTopic
{
    Junk,
    MailRules,
    MailFull,
    UnknownSenders,
    MessagesFilter,
    TextsFull,
    NoSignal,
    SilencedCalls,
    WrongContact,
    TwoAccounts,
    LateMessage,
    Stages,
    Refused,
    Blocks,
    Regions,
    Voip,
    NoDevice,
    Passkey,
    AppCode,
    RecoveryCodes,
}
