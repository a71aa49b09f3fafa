using Microsoft.AspNetCore.Components;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.LimitedPages;

/// <summary>Why somebody is asked, for how long it can wait, and what answers it.</summary>
public sealed partial class ReminderAsked
{
    [Parameter]
    [EditorRequired]
    public ReminderView Reminder { get; set; } = null!;

    [Parameter]
    [EditorRequired]
    public DateTimeOffset Now { get; set; }

    [Parameter]
    public Refusal? Refusal { get; set; }

    [Parameter]
    public bool IsOff { get; set; }

    [Parameter]
    [EditorRequired]
    public EventCallback OnVerify { get; set; }

    [Parameter]
    [EditorRequired]
    public EventCallback OnAdd { get; set; }

    [Parameter]
    [EditorRequired]
    public EventCallback OnSkip { get; set; }

    [CascadingParameter]
    private TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    private string DaysLeft => Reminder.DaysLeft == 1 ? ReminderWords.Day_Left : ReminderWords.Days_Left.With(Reminder.DaysLeft);

    private string SkipHint => Reminder.DaysLeft == 1 ? ReminderWords.Skip_Hint_Last : ReminderWords.Skip_Hint;

    private string SkipWords => Reminder.DaysLeft == 1 ? ReminderWords.Skip_One : ReminderWords.Skip.With(Reminder.DaysLeft);
}
