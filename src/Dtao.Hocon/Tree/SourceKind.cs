namespace Dtao.Hocon;

public enum SourceKind
{
    File,
    Setting,
    Environment,

    /// <summary>A file of which nothing could be read: it has a name and no lines.</summary>
    Unread,
}
