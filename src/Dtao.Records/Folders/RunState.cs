namespace Dtao.Records.Folders;

/// <summary>Where a run stands, read from its marker.</summary>
public enum RunState
{
    /// <summary>No marker: it runs, was killed, or could not write.</summary>
    Partial,

    /// <summary><c>OK</c> stands in the folder, so everything else in it is whole.</summary>
    Ok,

    /// <summary><c>FAILED</c> stands in the folder and says why.</summary>
    Failed,
}
