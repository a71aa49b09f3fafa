using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SecurityPortal.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Administration : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Duty",
                table: "profiles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LastClear",
                table: "profiles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Pass",
                table: "profiles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ClearedAt",
                table: "methods",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "SecurityProfileId",
                table: "methods",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Note",
                table: "channel_states",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "activity",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Ticket",
                table: "activity",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_throttles_BlockedSince",
                table: "throttles",
                column: "BlockedSince",
                filter: "\"BlockedSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_profiles_Roles",
                table: "profiles",
                column: "Roles",
                filter: "\"Roles\" <> ''");

            migrationBuilder.CreateIndex(
                name: "IX_methods_SecurityProfileId",
                table: "methods",
                column: "SecurityProfileId");

            migrationBuilder.CreateIndex(
                name: "IX_audit_Action_Number",
                table: "audit",
                columns: new[] { "Action", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_audit_By_Number",
                table: "audit",
                columns: new[] { "By", "Number" });

            migrationBuilder.AddForeignKey(
                name: "FK_methods_profiles_SecurityProfileId",
                table: "methods",
                column: "SecurityProfileId",
                principalTable: "profiles",
                principalColumn: "Id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_methods_profiles_SecurityProfileId",
                table: "methods");

            migrationBuilder.DropIndex(
                name: "IX_throttles_BlockedSince",
                table: "throttles");

            migrationBuilder.DropIndex(
                name: "IX_profiles_Roles",
                table: "profiles");

            migrationBuilder.DropIndex(
                name: "IX_methods_SecurityProfileId",
                table: "methods");

            migrationBuilder.DropIndex(
                name: "IX_audit_Action_Number",
                table: "audit");

            migrationBuilder.DropIndex(
                name: "IX_audit_By_Number",
                table: "audit");

            migrationBuilder.DropColumn(
                name: "Duty",
                table: "profiles");

            migrationBuilder.DropColumn(
                name: "LastClear",
                table: "profiles");

            migrationBuilder.DropColumn(
                name: "Pass",
                table: "profiles");

            migrationBuilder.DropColumn(
                name: "ClearedAt",
                table: "methods");

            migrationBuilder.DropColumn(
                name: "SecurityProfileId",
                table: "methods");

            migrationBuilder.DropColumn(
                name: "Note",
                table: "channel_states");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "activity");

            migrationBuilder.DropColumn(
                name: "Ticket",
                table: "activity");
        }
    }
}
