namespace Dtao.Hocon;

public enum SourceKind
{
    File,
    Setting,
    Environment,
}
