using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SecurityPortal.Storage.Migrations
{
    /// <inheritdoc />
    public partial class HelpDesk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "ApprovedBy",
                table: "recovery_requests",
                newName: "AssignedTo");

            migrationBuilder.AddColumn<string>(
                name: "Approvals",
                table: "recovery_requests",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<string>(
                name: "Duty",
                table: "profiles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Freeze",
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

            migrationBuilder.AddColumn<string>(
                name: "Note",
                table: "channel_states",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "AssignedTo",
                table: "cases",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Steps",
                table: "cases",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'[]'");

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

            migrationBuilder.CreateTable(
                name: "approvals",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Target = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AskedBy = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Order = table.Column<string>(type: "TEXT", nullable: true),
                    Role = table.Column<string>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    DecidedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Answer = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_approvals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_approvals_profiles_Target",
                        column: x => x.Target,
                        principalTable: "profiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_throttles_BlockedSince",
                table: "throttles",
                column: "BlockedSince",
                filter: "\"BlockedSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_recovery_requests_Account_OpenedAt",
                table: "recovery_requests",
                columns: new[] { "Account", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_profiles_Roles",
                table: "profiles",
                column: "Roles",
                filter: "\"Roles\" <> ''");

            migrationBuilder.CreateIndex(
                name: "IX_cases_ClosedAt_OpenedAt_Number",
                table: "cases",
                columns: new[] { "ClosedAt", "OpenedAt", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_audit_Action_Number",
                table: "audit",
                columns: new[] { "Action", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_audit_By_Number",
                table: "audit",
                columns: new[] { "By", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_approvals_AskedAt",
                table: "approvals",
                column: "AskedAt");

            migrationBuilder.CreateIndex(
                name: "IX_approvals_Number",
                table: "approvals",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_approvals_Target",
                table: "approvals",
                column: "Target");

            // Codes and proofs of accounts that nobody touches are due as well now, and were not when these rows were written.
            migrationBuilder.Sql("""UPDATE "profiles" SET "DueAt" = 0 WHERE "Challenges" <> '[]'""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "approvals");

            migrationBuilder.DropIndex(
                name: "IX_throttles_BlockedSince",
                table: "throttles");

            migrationBuilder.DropIndex(
                name: "IX_recovery_requests_Account_OpenedAt",
                table: "recovery_requests");

            migrationBuilder.DropIndex(
                name: "IX_profiles_Roles",
                table: "profiles");

            migrationBuilder.DropIndex(
                name: "IX_cases_ClosedAt_OpenedAt_Number",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "IX_audit_Action_Number",
                table: "audit");

            migrationBuilder.DropIndex(
                name: "IX_audit_By_Number",
                table: "audit");

            migrationBuilder.DropColumn(
                name: "Approvals",
                table: "recovery_requests");

            migrationBuilder.DropColumn(
                name: "Duty",
                table: "profiles");

            migrationBuilder.DropColumn(
                name: "Freeze",
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
                name: "Note",
                table: "channel_states");

            migrationBuilder.DropColumn(
                name: "AssignedTo",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "Steps",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "activity");

            migrationBuilder.DropColumn(
                name: "Ticket",
                table: "activity");

            migrationBuilder.RenameColumn(
                name: "AssignedTo",
                table: "recovery_requests",
                newName: "ApprovedBy");
        }
    }
}
