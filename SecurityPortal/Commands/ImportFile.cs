using System.Text;
using SecurityPortal.Resources;

namespace SecurityPortal.Commands;

/// <summary>The file as text: UTF-8, with or without its mark, and nothing else.</summary>
public static class ImportFile
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static StreamReader Open(string path)
    {
        try
        {
            return new(path, s_strict, detectEncodingFromByteOrderMarks: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(ImportWords.File_CannotBeRead.With(Path.GetFullPath(path), exception.Message));
        }
    }
}
