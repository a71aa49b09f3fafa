using System.Data.Common;

namespace SecurityPortal.Storage;

/// <summary>What is typed goes into a query as a parameter, never as part of it.</summary>
internal static class CommandParameters
{
    extension(DbCommand command)
    {
        /// <returns>The name, to stand in the query.</returns>
        public string Take(string name, object value)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            _ = command.Parameters.Add(parameter);
            return name;
        }
    }
}
