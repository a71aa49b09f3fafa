using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SecurityPortal.Storage.Migrations
{
    /// <inheritdoc />
    public partial class PendingPhones : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "NewDestinations",
                table: "profiles",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<bool>(
                name: "IsSuggested",
                table: "methods",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "pending_phones",
                columns: table => new
                {
                    Account = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pending_phones", x => new { x.Account, x.Key });
                    table.ForeignKey(
                        name: "FK_pending_phones_profiles_Account",
                        column: x => x.Account,
                        principalTable: "profiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_pending_phones_Key",
                table: "pending_phones",
                column: "Key");

            // What was pending before there was this table.
            migrationBuilder.Sql("""
                INSERT INTO pending_phones (Account, Key)
                SELECT DISTINCT profiles.Id, json_extract(info.value, '$.Value')
                FROM profiles, json_each(profiles.Replacements) AS replacement, json_each(replacement.value, '$.Infos') AS info
                WHERE json_extract(replacement.value, '$.End') IS NULL AND json_extract(info.value, '$.Kind') = 'Phone'
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "pending_phones");

            migrationBuilder.DropColumn(
                name: "NewDestinations",
                table: "profiles");

            migrationBuilder.DropColumn(
                name: "IsSuggested",
                table: "methods");
        }
    }
}
