namespace Dtao.Records.Folders;

public enum FolderRefusal
{
    /// <summary>The name is not 1–64 of A–Z a–z 0–9 . _ - beginning with a letter or digit.</summary>
    BadName,

    /// <summary>A symbolic link stands where the folder would.</summary>
    IsLink,

    /// <summary>What is there was not made by a run.</summary>
    NotARun,

    /// <summary>A finished run is there, and nobody said to replace it.</summary>
    Exists,

    /// <summary>Another process is writing there.</summary>
    Busy,
}

/// <summary>A run may not be written there. Nothing was touched.</summary>
public sealed class RunFolderRefused(string path, FolderRefusal reason, string message) : Exception(message)
{
    public string Path { get; } = path;

    public FolderRefusal Reason { get; } = reason;
}
