namespace SecurityPortal.Domain;

/// <summary>Under which key something is counted, or blocked, over all accounts.</summary>
public static class ThrottleKey
{
    public static string Destination(Contact contact) => $"destination:{contact.Key}";

    public static string Source(string source) => $"source:{source}";
}
