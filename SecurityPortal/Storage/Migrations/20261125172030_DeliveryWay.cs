using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SecurityPortal.Storage.Migrations
{
    /// <inheritdoc />
    public partial class DeliveryWay : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_messages_DueAt",
                table: "messages");

            migrationBuilder.RenameColumn(name: "Reported", table: "messages", newName: "Stage");
            migrationBuilder.RenameColumn(name: "ReportedAt", table: "messages", newName: "StageAt");
            migrationBuilder.RenameColumn(name: "Cause", table: "messages", newName: "Detail");
            migrationBuilder.RenameColumn(name: "Attempts", table: "messages", newName: "Failures");

            // What was derived from instants is written down now; whoever reported a cause did so in words of their own.
            migrationBuilder.Sql("""
                UPDATE "messages" SET
                    "StageAt" = COALESCE("StageAt", "HandedOverAt", CASE WHEN "DueAt" IS NULL THEN COALESCE("ExpiresAt", "CreatedAt") END),
                    "Stage" = CASE WHEN "HandedOverAt" IS NOT NULL THEN COALESCE("Stage", 'HandedOver')
                                   WHEN "DueAt" IS NULL THEN 'Expired' ELSE 'Queued' END;
                """);

            migrationBuilder.AddColumn<string>(
                name: "Cause",
                table: "messages",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Prefix",
                table: "messages",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsClaimed",
                table: "messages",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "LastDeliveredAt",
                table: "methods",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "LastFailedAt",
                table: "methods",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LastFailure",
                table: "methods",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Area",
                table: "messages",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.Sql("""UPDATE "messages" SET "Area" = lower(substr("To", instr("To", '@') + 1)) WHERE "Channel" = 'Email';""");

            migrationBuilder.AddColumn<string>(
                name: "Before",
                table: "messages",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<int>(
                name: "Claims",
                table: "messages",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            // Stage was optional; SQLite makes the table anew for that.
            migrationBuilder.AlterColumn<string>(
                name: "Stage",
                table: "messages",
                type: "TEXT",
                nullable: false,
                defaultValue: "Queued",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_messages_Channel_DueAt",
                table: "messages",
                columns: new[] { "Channel", "DueAt" },
                filter: "\"DueAt\" IS NOT NULL");
        }
    }
}
