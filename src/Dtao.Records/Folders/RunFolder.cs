namespace Dtao.Records.Folders;

/// <summary>The folder of a run that is being written: a real directory straight below the output root, locked against other writers.</summary>
public sealed class RunFolder : IDisposable
{
    private readonly FileStream held;

    private RunFolder(string path, FileStream held, IWriteGate gate) => (Path, this.held, Gate) = (path, held, gate);

    public string Path { get; }

    internal IWriteGate Gate { get; }

    /// <summary>Makes <c>outputRoot/name</c>, or clears it of a partial run, and locks it.</summary>
    /// <param name="replace">Whether a finished run may be cleared too. Files that no run leaves are never touched.</param>
    /// <exception cref="RunFolderRefused">The name or what is there forbids it.</exception>
    /// <exception cref="RecordingFailed">The disk forbids it.</exception>
    public static RunFolder Create(string outputRoot, string name, bool replace = false, IWriteGate? gate = null)
    {
        var path = System.IO.Path.Combine(System.IO.Path.GetFullPath(outputRoot), RunName.Checked(name));
        RefuseStrangers(path);
        var folder = Locked(path, gate ?? OpenGate.Always);
        try
        {
            folder.Clear(replace);
            return folder;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    public static RunState StateOf(string path) =>
        File.Exists(System.IO.Path.Combine(path, RunLayout.Failed)) ? RunState.Failed
        : File.Exists(System.IO.Path.Combine(path, RunLayout.Ok)) ? RunState.Ok
        : RunState.Partial;

    public string PathOf(string file) => System.IO.Path.Combine(Path, file);

    /// <summary>Puts a whole file into the folder.</summary>
    /// <exception cref="RecordingFailed">It cannot be written.</exception>
    public void Put(string file, string text) => Disk.Put(PathOf(file), text, Gate);

    /// <inheritdoc cref="Put(string, string)"/>
    public void Put(string file, ReadOnlyMemory<byte> content) => Disk.Put(PathOf(file), content, Gate);

    /// <summary>Makes everything in the folder last, then says what became of the run. A marker that may not last is taken back.</summary>
    /// <exception cref="RecordingFailed">It cannot be written.</exception>
    internal void Mark(string marker, string text)
    {
        Disk.SyncDirectory(Path, Gate);
        try
        {
            Put(marker, text);
            Disk.SyncDirectory(Path, Gate);
        }
        catch
        {
            File.Delete(PathOf(marker));
            throw;
        }
    }

    public void Dispose() => held.Dispose();

    private static void RefuseStrangers(string path)
    {
        if (new FileInfo(path).LinkTarget is not null)
            throw new RunFolderRefused(path, FolderRefusal.IsLink, $"{path} is a symbolic link; a run is written into a directory of its own.");
        if (File.Exists(path)) throw new RunFolderRefused(path, FolderRefusal.NotARun, $"{path} is a file.");
        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any() && !LooksLikeARun(path))
            throw new RunFolderRefused(path, FolderRefusal.NotARun, $"{path} is not empty and was not made by a run.");
    }

    private static bool LooksLikeARun(string path) =>
        RunLayout.All.Append(RunLayout.Lock).Any(file => File.Exists(System.IO.Path.Combine(path, file)));

    private static RunFolder Locked(string path, IWriteGate gate)
    {
        RecordingFailed.Naming(path, () => Directory.CreateDirectory(path));
        try
        {
            var lockFile = System.IO.Path.Combine(path, RunLayout.Lock);
            return new RunFolder(path, new FileStream(lockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose), gate);
        }
        catch (IOException e)
        {
            throw new RunFolderRefused(path, FolderRefusal.Busy, $"Another process is writing {path}, or it cannot be locked: {e.Message}");
        }
    }

    private void Clear(bool replace)
    {
        if (!replace && StateOf(Path) != RunState.Partial)
            throw new RunFolderRefused(Path, FolderRefusal.Exists, $"{Path} holds a finished run; say so to replace it, or choose another name.");
        foreach (var file in RunLayout.All.Concat(RunLayout.LedgersIn(Path))) RecordingFailed.Naming(PathOf(file), () => File.Delete(PathOf(file)));
    }
}
