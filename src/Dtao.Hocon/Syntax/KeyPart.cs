namespace Dtao.Hocon;

/// <summary>One element of a path, and where it is written.</summary>
internal readonly record struct KeyPart(string Name, Origin Origin);
