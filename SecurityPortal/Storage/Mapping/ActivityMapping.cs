using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SecurityPortal.Domain;

namespace SecurityPortal.Storage.Mapping;

public sealed class ActivityMapping : IEntityTypeConfiguration<ActivityEntry>
{
    public void Configure(EntityTypeBuilder<ActivityEntry> builder)
    {
        builder.ToTable("activity");
        builder.HasKey(entry => entry.Id);
        builder.HasOne<SecurityProfile>().WithMany().HasForeignKey(entry => entry.Account).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(entry => new { entry.Account, entry.Id });
    }
}
