using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SecurityPortal.Storage.Migrations
{
    /// <inheritdoc />
    public partial class BlocksRiskReminders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Answer",
                table: "sign_ins",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "AnsweredAt",
                table: "sign_ins",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "City",
                table: "sign_ins",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Country",
                table: "sign_ins",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Score",
                table: "sign_ins",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<byte[]>(
                name: "Session",
                table: "sign_ins",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Signals",
                table: "sign_ins",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EndTellings",
                table: "profiles",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<string>(
                name: "Habits",
                table: "profiles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "QuietCauses",
                table: "profiles",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<string>(
                name: "RememberedBrowsers",
                table: "profiles",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<string>(
                name: "Reminder",
                table: "profiles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Unfinished",
                table: "profiles",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<long>(
                name: "UnfinishedToldAt",
                table: "profiles",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "BlockedSince",
                table: "password_gates",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Rung",
                table: "password_gates",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "DisabledAt",
                table: "methods",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "WrongSinceSuccess",
                table: "methods",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AlterColumn<byte[]>(
                name: "Method",
                table: "cases",
                type: "BLOB",
                nullable: true,
                oldClrType: typeof(byte[]),
                oldType: "BLOB");

            migrationBuilder.CreateTable(
                name: "activity",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Account = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Method = table.Column<byte[]>(type: "BLOB", nullable: true),
                    About = table.Column<string>(type: "TEXT", nullable: true),
                    Refused = table.Column<string>(type: "TEXT", nullable: true),
                    Session = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    Browser = table.Column<string>(type: "TEXT", nullable: false),
                    Country = table.Column<string>(type: "TEXT", nullable: true),
                    City = table.Column<string>(type: "TEXT", nullable: true),
                    RequestId = table.Column<string>(type: "TEXT", nullable: false),
                    Score = table.Column<int>(type: "INTEGER", nullable: false),
                    Signals = table.Column<string>(type: "TEXT", nullable: true),
                    Answer = table.Column<string>(type: "TEXT", nullable: true),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_activity", x => x.Id);
                    table.ForeignKey(
                        name: "FK_activity_profiles_Account",
                        column: x => x.Account,
                        principalTable: "profiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "attacked_regions",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: false),
                    Since = table.Column<long>(type: "INTEGER", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false),
                    IsClosed = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsMeasured = table.Column<bool>(type: "INTEGER", nullable: false),
                    Pace = table.Column<int>(type: "INTEGER", nullable: true),
                    NextTurnAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_attacked_regions", x => new { x.Kind, x.Value });
                });

            migrationBuilder.CreateTable(
                name: "throttles",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Sent = table.Column<string>(type: "TEXT", nullable: false),
                    Wrong = table.Column<string>(type: "TEXT", nullable: false),
                    Names = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    BlockedSince = table.Column<long>(type: "INTEGER", nullable: true),
                    BlockedUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    Rung = table.Column<int>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: true),
                    LastAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_throttles", x => x.Key);
                });

            migrationBuilder.CreateIndex(
                name: "IX_activity_Account_Id",
                table: "activity",
                columns: new[] { "Account", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_throttles_LastAt",
                table: "throttles",
                column: "LastAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "activity");

            migrationBuilder.DropTable(
                name: "attacked_regions");

            migrationBuilder.DropTable(
                name: "throttles");

            migrationBuilder.DropColumn(
                name: "Answer",
                table: "sign_ins");

            migrationBuilder.DropColumn(
                name: "AnsweredAt",
                table: "sign_ins");

            migrationBuilder.DropColumn(
                name: "City",
                table: "sign_ins");

            migrationBuilder.DropColumn(
                name: "Country",
                table: "sign_ins");

            migrationBuilder.DropColumn(
                name: "Score",
                table: "sign_ins");

            migrationBuilder.DropColumn(
                name: "Session",
                table: "sign_ins");

            migrationBuilder.DropColumn(
                name: "Signals",
                table: "sign_ins");

            migrationBuilder.DropColumn(
                name: "EndTellings",
                table: "profiles");

            migrationBuilder.DropColumn(
                name: "Habits",
                table: "profiles");

            migrationBuilder.DropColumn(
                name: "QuietCauses",
                table: "profiles");

            migrationBuilder.DropColumn(
                name: "RememberedBrowsers",
                table: "profiles");

            migrationBuilder.DropColumn(
                name: "Reminder",
                table: "profiles");

            migrationBuilder.DropColumn(
                name: "Unfinished",
                table: "profiles");

            migrationBuilder.DropColumn(
                name: "UnfinishedToldAt",
                table: "profiles");

            migrationBuilder.DropColumn(
                name: "BlockedSince",
                table: "password_gates");

            migrationBuilder.DropColumn(
                name: "Rung",
                table: "password_gates");

            migrationBuilder.DropColumn(
                name: "DisabledAt",
                table: "methods");

            migrationBuilder.DropColumn(
                name: "WrongSinceSuccess",
                table: "methods");

            migrationBuilder.AlterColumn<byte[]>(
                name: "Method",
                table: "cases",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0],
                oldClrType: typeof(byte[]),
                oldType: "BLOB",
                oldNullable: true);
        }
    }
}
