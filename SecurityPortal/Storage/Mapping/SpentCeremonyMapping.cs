using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SecurityPortal.Storage.Mapping;

public sealed class SpentCeremonyMapping : IEntityTypeConfiguration<SpentCeremony>
{
    public void Configure(EntityTypeBuilder<SpentCeremony> builder)
    {
        builder.ToTable("spent_ceremonies");
        builder.HasKey(spent => spent.Id);
        builder.Property(spent => spent.Id).ValueGeneratedNever();
        builder.HasIndex(spent => spent.EndsAt);
    }
}
