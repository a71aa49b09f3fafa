using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SecurityPortal.Storage.Migrations
{
    /// <inheritdoc />
    public partial class ChannelHealth : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "TurnAt",
                table: "messages",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "channel_states",
                columns: table => new
                {
                    Channel = table.Column<string>(type: "TEXT", nullable: false),
                    Area = table.Column<string>(type: "TEXT", nullable: false),
                    Limit = table.Column<string>(type: "TEXT", nullable: false),
                    LimitedSince = table.Column<long>(type: "INTEGER", nullable: true),
                    LimitedUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    Rate = table.Column<double>(type: "REAL", nullable: false),
                    Median = table.Column<long>(type: "INTEGER", nullable: true),
                    P95 = table.Column<long>(type: "INTEGER", nullable: true),
                    MeasuredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReportedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Said = table.Column<string>(type: "TEXT", nullable: true),
                    SaidAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SaidUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    Pace = table.Column<int>(type: "INTEGER", nullable: true),
                    NextTurnAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_channel_states", x => new { x.Channel, x.Area });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "channel_states");

            migrationBuilder.DropColumn(
                name: "TurnAt",
                table: "messages");
        }
    }
}
