using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Staff;

namespace SecurityPortal.Storage.Mapping;

public sealed class ApprovalRequestMapping : IEntityTypeConfiguration<ApprovalRequest>
{
    public void Configure(EntityTypeBuilder<ApprovalRequest> builder)
    {
        builder.ToTable("approvals");
        builder.HasKey(request => request.Id);
        builder.Property(request => request.Id).ValueGeneratedNever();
        builder.Property(request => request.Order).IsPart();
        builder.HasOne<SecurityProfile>().WithMany().HasForeignKey(request => request.Target).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(request => request.Number).IsUnique();
        builder.HasIndex(request => request.AskedAt);
    }
}
