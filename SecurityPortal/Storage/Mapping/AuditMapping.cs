using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SecurityPortal.Domain.Audit;

namespace SecurityPortal.Storage.Mapping;

// It refers to no account by a foreign key: a record outlives whom it is about. What keeps it from being changed are the
// triggers of the migration that made it.
public sealed class AuditMapping : IEntityTypeConfiguration<AuditRecord>
{
    public void Configure(EntityTypeBuilder<AuditRecord> builder)
    {
        builder.ToTable("audit");
        builder.HasKey(record => record.Number);
        builder.Property(record => record.Number).ValueGeneratedNever();
        builder.Property<ImmutableDictionary<string, string>?>(record => record.Facts).IsPart().IsRequired();
        builder.HasIndex(record => new { record.Target, record.Number });
        builder.HasIndex(record => new { record.By, record.Number });
        builder.HasIndex(record => new { record.Action, record.Number });
        builder.HasIndex(record => record.At);
    }
}
