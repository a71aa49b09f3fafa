using System.ComponentModel.DataAnnotations;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

public sealed class BlockOptions
{
    [Required]
    [Length(1, 10)]
    public TimeSpan[] Ladder { get; set; } = [];

    [Range(1, 100_000)]
    public int FailuresEverywhere { get; set; }

    public BlockPolicy ToPolicy() => new([.. Ladder], FailuresEverywhere);
}
