using System.Globalization;
using System.Text;

namespace Dtao.Hocon;

/// <summary>Files below one directory. Symbolic links are followed, but never out of it.</summary>
/// <param name="root">The config root.</param>
public sealed class DiskConfigSource(string root) : IConfigSource
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly string root = RealPath.Of(Path.GetFullPath(root)) ?? Path.GetFullPath(root);

    public FileReading Read(string path)
    {
        try
        {
            if (RealPath.Of(Path.Combine(root, path)) is not { } real)
                return FileReading.Refused("is a chain of symbolic links without end");
            return IsBelowRoot(real) ? ReadReal(new FileInfo(real)) : FileReading.Refused("leads out of the config root by a symbolic link");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return FileReading.Refused("cannot be read");
        }
    }

    private bool IsBelowRoot(string real) => real.StartsWith(Path.EndsInDirectorySeparator(root) ? root : root + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static FileReading ReadReal(FileInfo file)
    {
        if (Directory.Exists(file.FullName))
            return FileReading.Refused("is a directory");
        if (!file.Exists)
            return FileReading.NotFound;
        if (file.Length > Limits.FileBytes)
            return FileReading.TooLarge;

        // Pipes and devices say they are empty, and opening one could wait for ever.
        return file.Length == 0 ? FileReading.Found("") : ReadText(file);
    }

    private static FileReading ReadText(FileInfo file)
    {
        var bytes = new byte[file.Length + 1];
        using var stream = file.OpenRead();
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (length > file.Length)
            return FileReading.Refused("is being written by somebody");
        try
        {
            return FileReading.Found(Strict.GetString(bytes, 0, length));
        }
        catch (DecoderFallbackException invalid)
        {
            return FileReading.Refused(string.Create(CultureInfo.InvariantCulture, $"is not UTF-8 at byte {invalid.Index + 1}"));
        }
    }
}
