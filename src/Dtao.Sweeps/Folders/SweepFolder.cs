using System.Text;
using Dtao.Records.Folders;

namespace Dtao.Sweeps.Folders;

/// <summary>A sweep's folder, held by the one process that may write there. The lock goes with the process, however it ends.</summary>
public sealed class SweepFolder : IDisposable
{
    private const int Attempts = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly FileStream held;

    private SweepFolder(string path, FileStream held) => (Path, this.held) = (path, held);

    public string Path { get; }

    /// <summary>A new folder, or one in which an earlier process never came to write its plan.</summary>
    /// <exception cref="RunFolderRefused">The name is none, the folder holds a sweep or something else, or another process holds it.</exception>
    public static SweepFolder Create(string root, string name)
    {
        var path = System.IO.Path.Combine(System.IO.Path.GetFullPath(root), RunName.Checked(name));
        if (new FileInfo(path).LinkTarget is not null || File.Exists(path)) throw new RunFolderRefused(path, FolderRefusal.NotARun, $"{path} is no directory.");
        if (SweepLayout.IsSweep(path)) throw new RunFolderRefused(path, FolderRefusal.Busy, $"{path} holds a sweep already: dtao resume goes on with it, --name makes another one.");
        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any(entry => System.IO.Path.GetFileName(entry) is not (SweepLayout.Lock or SweepLayout.Plan + ".tmp")))
            throw new RunFolderRefused(path, FolderRefusal.NotARun, $"{path} is not empty and holds no sweep.");
        Directory.CreateDirectory(path);
        return Locked(path);
    }

    /// <exception cref="RunFolderRefused">Another process is at work there.</exception>
    public static SweepFolder Open(string path) => Locked(System.IO.Path.GetFullPath(path));

    /// <summary>Whether somebody is at work there.</summary>
    public static bool IsHeld(string path)
    {
        if (!File.Exists(System.IO.Path.Combine(path, SweepLayout.Lock))) return false;
        try
        {
            using var free = new FileStream(System.IO.Path.Combine(path, SweepLayout.Lock), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    public string PathOf(string file) => System.IO.Path.Combine(Path, file);

    /// <summary>Puts a whole file into the folder, or nothing.</summary>
    public void Put(string file, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(PathOf(file))!);
        using (var beside = File.Create(PathOf(file) + ".tmp"))
        {
            beside.Write(Encoding.UTF8.GetBytes(text));
            beside.Flush(flushToDisk: true);
        }
        File.Move(PathOf(file) + ".tmp", PathOf(file), overwrite: true);
    }

    public void Dispose() => held.Dispose();

    /// <summary>The lock's file stays, since a lock on a file that somebody removes is none. Who only looks holds it for a moment.</summary>
    private static SweepFolder Locked(string path)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new SweepFolder(path, new FileStream(System.IO.Path.Combine(path, SweepLayout.Lock), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException e) when (attempt == Attempts)
            {
                throw new RunFolderRefused(path, FolderRefusal.Busy, $"Another process is at work in {path}, or it cannot be locked: {e.Message}");
            }
            catch (IOException)
            {
                Thread.Sleep(Pause);
            }
        }
    }
}
