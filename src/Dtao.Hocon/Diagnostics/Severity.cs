namespace Dtao.Hocon;

public enum Severity
{
    Error,
    Warning,
}
