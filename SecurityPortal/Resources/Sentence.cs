using System.Globalization;

namespace SecurityPortal.Resources;

public static class Sentence
{
    extension(string sentence)
    {
        /// <summary>The sentence with its gaps filled, numbers and dates as the reader's language writes them.</summary>
        public string With(params ReadOnlySpan<object?> values) =>
            string.Format(CultureInfo.CurrentCulture, sentence, values);
    }
}
