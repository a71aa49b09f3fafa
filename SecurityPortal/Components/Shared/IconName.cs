namespace SecurityPortal.Components.Shared;

public enum IconName
{
    Arrow,
    Back,
    Check,
    Clock,
    Cross,
    Device,
    Edit,
    Email,
    Globe,
    Help,
    Info,
    Key,
    Moon,
    Phone,
    Plus,
    Remove,
    Shield,
    Sun,
    Text,
    Warning,
}
