using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SecurityPortal.Domain;

namespace SecurityPortal.Storage.Mapping;

public sealed class ThrottleMapping : IEntityTypeConfiguration<Throttle>
{
    public void Configure(EntityTypeBuilder<Throttle> builder)
    {
        builder.ToTable("throttles");
        builder.HasKey(throttle => throttle.Key);
        builder.Property(throttle => throttle.Sent).IsPart();
        builder.Property(throttle => throttle.Wrong).IsPart();
        builder.Property(throttle => throttle.Names).IsPart();
        builder.HasIndex(throttle => throttle.LastAt);

        // The few that staff look through among the many that only count.
        builder.HasIndex(throttle => throttle.BlockedSince).HasFilter("\"BlockedSince\" IS NOT NULL");
    }
}
