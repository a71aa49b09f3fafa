using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SecurityPortal.Domain;

namespace SecurityPortal.Storage.Mapping;

public sealed class AttackedRegionMapping : IEntityTypeConfiguration<AttackedRegion>
{
    public void Configure(EntityTypeBuilder<AttackedRegion> builder)
    {
        builder.ToTable("attacked_regions");
        builder.HasKey(region => new { region.Kind, region.Value });
    }
}
