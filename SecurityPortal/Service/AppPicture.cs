using System.Collections;
using System.Globalization;
using System.Text;
using QRCoder;

namespace SecurityPortal.Service;

/// <summary>A text as a picture that a phone's camera reads, its quiet edge within: <see cref="Side"/> squares wide and high.</summary>
/// <param name="Dark">The dark squares, as the outline that an SVG path takes.</param>
public sealed record AppPicture(int Side, string Dark)
{
    public static AppPicture Of(string text)
    {
        using var drawn = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        StringBuilder dark = new();
        foreach (var (y, row) in drawn.ModuleMatrix.Index())
            Draw(dark, y, row);

        return new(drawn.ModuleMatrix.Count, dark.ToString());
    }

    // Squares that touch are drawn as one bar: between two shapes a screen may show a hair of light.
    private static void Draw(StringBuilder dark, int y, BitArray row)
    {
        for (var x = 0; x < row.Length; x++)
        {
            var start = x;
            while (x < row.Length && row[x])
                x++;

            if (x > start)
                dark.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1h-{x - start}z");
        }
    }
}
