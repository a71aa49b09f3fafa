using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SecurityPortal.Storage.Migrations
{
    /// <inheritdoc />
    public partial class CasesOfStaff : Migration
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

            migrationBuilder.CreateIndex(
                name: "IX_recovery_requests_Account_OpenedAt",
                table: "recovery_requests",
                columns: new[] { "Account", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_ClosedAt_OpenedAt_Number",
                table: "cases",
                columns: new[] { "ClosedAt", "OpenedAt", "Number" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_recovery_requests_Account_OpenedAt",
                table: "recovery_requests");

            migrationBuilder.DropIndex(
                name: "IX_cases_ClosedAt_OpenedAt_Number",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "Approvals",
                table: "recovery_requests");

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
