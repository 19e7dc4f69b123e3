using System.Reflection;
using System.Runtime.InteropServices;

namespace Dtao.Agents.Running;

/// <summary>Which build of the program this is.</summary>
public static class Build
{
    private static readonly string[] Informational =
        (typeof(Build).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0").Split('+');

    public static string Version => Informational[0];

    /// <summary>The commit it was built from; empty outside a repository.</summary>
    public static string Commit => Informational.Length > 1 ? Informational[1] : "";

    public static string Runtime => $"{RuntimeInformation.FrameworkDescription} {RuntimeInformation.ProcessArchitecture}".ToLowerInvariant();
}
