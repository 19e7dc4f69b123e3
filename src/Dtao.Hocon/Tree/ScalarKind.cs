namespace Dtao.Hocon;

public enum ScalarKind
{
    Text,
    Number,
    Boolean,
    Null,
}
