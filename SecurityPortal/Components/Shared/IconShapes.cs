namespace SecurityPortal.Components.Shared;

/// <summary>The icons as drawn: one path each, stroked, on a square of 24.</summary>
public static class IconShapes
{
    /// <summary>Whether it points along the line of reading, and so turns with it.</summary>
    public static bool Turns(IconName name) => name is IconName.Arrow or IconName.Back;

    public static string Of(IconName name) => name switch
    {
        IconName.Arrow => "M9 5.5l6.5 6.5L9 18.5",
        IconName.Back => "M19.5 12h-15M11 5.5L4.5 12l6.5 6.5",
        IconName.Check => "M4.5 12.5l5 5 10-11",
        IconName.Clock => "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.5 2",
        IconName.Cross => "M6.5 6.5l11 11M17.5 6.5l-11 11",
        IconName.Device => "M6 5h12a1 1 0 0 1 1 1v9H5V6a1 1 0 0 1 1-1zM2.5 18.5h19",
        IconName.Edit => "M4 20l.9-4L16 4.9l3.1 3.1L8 19.1zM13.5 7.4l3.1 3.1",
        IconName.Email => "M4.5 5.5h15A1.5 1.5 0 0 1 21 7v10a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 17V7a1.5 1.5 0 0 1 1.5-1.5zM3.5 7.5l8.5 6 8.5-6",
        IconName.Globe => "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3 12h18M12 3c2.5 2.6 3.7 5.6 3.7 9s-1.2 6.4-3.7 9c-2.5-2.6-3.7-5.6-3.7-9S9.5 5.6 12 3z",
        IconName.Help => "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.5 9.5a2.5 2.5 0 1 1 3.6 2.3c-.7.4-1.1.9-1.1 1.7v.3M12 16.7h.01",
        IconName.Info => "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11.5v5M12 7.8h.01",
        IconName.Key => "M7.5 20a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.7 12.3l9.3-9.3M15.5 7.5l3 3",
        IconName.Moon => "M20.5 14.2A8.5 8.5 0 0 1 9.8 3.5a8.5 8.5 0 1 0 10.7 10.7z",
        IconName.Phone => "M8 2.5h8A1.5 1.5 0 0 1 17.5 4v16a1.5 1.5 0 0 1-1.5 1.5H8A1.5 1.5 0 0 1 6.5 20V4A1.5 1.5 0 0 1 8 2.5zM11 18.5h2",
        IconName.Plus => "M12 5v14M5 12h14",
        IconName.Remove => "M4.5 6.5h15M9.5 6.5v-2h5v2M6.5 6.5l.8 13h9.4l.8-13M10.3 10.5v5M13.7 10.5v5",
        IconName.Shield => "M12 2.5l7.5 2.7v6.1c0 4.6-3.1 8.1-7.5 10.2-4.4-2.1-7.5-5.6-7.5-10.2V5.2zM8.7 11.8l2.3 2.3 4.3-4.6",
        IconName.Sun => "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4",
        IconName.Text => "M4.5 4.5h15A1.5 1.5 0 0 1 21 6v9.5a1.5 1.5 0 0 1-1.5 1.5H12l-4.5 3.5V17h-3A1.5 1.5 0 0 1 3 15.5V6a1.5 1.5 0 0 1 1.5-1.5zM8 10.8h.01M12 10.8h.01M16 10.8h.01",
        IconName.Warning => "M12 3.5L21.5 20h-19zM12 10v4.5M12 17.2h.01",
    };
}
