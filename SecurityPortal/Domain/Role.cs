namespace SecurityPortal.Domain;

public enum Role
{
    HelpDesk,
    HelpDeskLead,
    Auditor,
    Administrator,
}
