using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SecurityPortal.Domain;

namespace SecurityPortal.Storage.Mapping;

public sealed class RecoveryRequestMapping : IEntityTypeConfiguration<RecoveryRequest>
{
    public void Configure(EntityTypeBuilder<RecoveryRequest> builder)
    {
        builder.ToTable("recovery_requests");
        builder.HasKey(request => request.Id);
        builder.Property(request => request.Id).ValueGeneratedNever();
        builder.Property(request => request.Secret).IsPart();
        builder.Property(request => request.Steps).IsPart();
        builder.Property(request => request.Code).IsPart();
        builder.Property(request => request.Approvals).IsPart().HasDefaultValueSql("'[]'");
        builder.HasIndex(request => request.Number).IsUnique();
        builder.HasIndex(request => new { request.ContactKey, request.OpenedAt });
        builder.HasIndex(request => new { request.Source, request.OpenedAt });
        builder.HasIndex(request => new { request.State, request.WaitEndsAt });
        builder.HasIndex(request => new { request.Account, request.OpenedAt });
    }
}
