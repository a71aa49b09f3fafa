using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace SecurityPortal.Storage;

public enum StorageProvider
{
    Sqlite,
}

public sealed class StorageOptions
{
    public const string Section = "Storage";

    [EnumDataType(typeof(StorageProvider))]
    public StorageProvider Provider { get; set; }

    /// <summary>Holds the store and its keys. In Development it begins at the project's folder, else at the application's.</summary>
    [Required]
    public string Folder { get; set; } = "";

    /// <summary>Names the file of the store, where it is not to lie in <see cref="Folder"/>; its keys do all the same.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Refuses to start beside another instance on the same folder. The store keeps its rules without it.</summary>
    public bool SingleInstance { get; set; } = true;
}

[OptionsValidator]
public sealed partial class ValidateStorageOptions : IValidateOptions<StorageOptions>;
