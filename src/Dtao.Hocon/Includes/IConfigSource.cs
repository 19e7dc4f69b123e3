namespace Dtao.Hocon;

/// <summary>Where configuration files are read from.</summary>
public interface IConfigSource
{
    /// <param name="path">Below the config root, with <c>/</c> between names, none of them <c>..</c>.</param>
    FileReading Read(string path);
}
