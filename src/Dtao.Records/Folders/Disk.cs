using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace Dtao.Records.Folders;

/// <summary>Writes that survive a power cut.</summary>
internal static partial class Disk
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Puts a whole file in place at once: beside it, flushed to the disk, then renamed over it.</summary>
    public static void Put(string path, string text, IWriteGate gate) => Put(path, Utf8.GetBytes(text), gate);

    /// <inheritdoc cref="Put(string, string, IWriteGate)"/>
    public static void Put(string path, ReadOnlyMemory<byte> content, IWriteGate gate) => RecordingFailed.Naming(path, () =>
    {
        var beside = path + ".tmp";
        gate.Before(path);
        File.Delete(beside);
        using (var stream = new FileStream(beside, FileMode.CreateNew, FileAccess.Write))
        {
            stream.Write(content.Span);
            stream.Flush(flushToDisk: true);
        }
        gate.Before(path);
        File.Move(beside, path, overwrite: true);
    });

    public static void Sync(string path, IWriteGate gate) => RecordingFailed.Naming(path, () =>
    {
        gate.Before(path);
        using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        stream.Flush(flushToDisk: true);
    });

    /// <summary>Makes renames and new files of a directory last; .NET opens no directories, so this asks the C library.</summary>
    public static void SyncDirectory(string path, IWriteGate gate) => RecordingFailed.Naming(path, () =>
    {
        gate.Before(path);
        if (OperatingSystem.IsWindows()) return;
        var directory = Open(path, flags: 0);
        if (directory < 0) throw Failure();
        try
        {
            if (FSync(directory) != 0) throw Failure();
        }
        finally
        {
            _ = Close(directory);
        }
    });

    private static IOException Failure() => new(new Win32Exception(Marshal.GetLastPInvokeError()).Message);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int FSync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);
}
