using System.Reflection;
using System.Security.Cryptography;

namespace Dtao.Strategies.Catalogue;

/// <summary>An assembly from outside whose strategies a run may name. It is run as part of the program, so it is trusted as the program is.</summary>
/// <param name="File">Its file's name, without the folder.</param>
/// <param name="Sha256">Of the very bytes that were loaded, lower-case hex. What the assembly itself loads is not in it.</param>
public sealed record StrategyAssembly(string File, string Sha256, IReadOnlyList<StrategyEntry> Strategies)
{
    /// <exception cref="StrategyAssemblyRefused">It cannot be loaded, or has no strategy that could be used.</exception>
    public static StrategyAssembly Load(string path)
    {
        var bytes = Read(path);
        AssemblyShape.Check(path, bytes);
        var strategies = StrategiesIn(path, bytes);
        if (strategies.Count == 0) throw new StrategyAssemblyRefused(path, "has no public class with [Strategy]");
        return new StrategyAssembly(Path.GetFileName(path), Convert.ToHexStringLower(SHA256.HashData(bytes)), strategies);
    }

    private static byte[] Read(string path)
    {
        if (Directory.Exists(path)) throw new StrategyAssemblyRefused(path, "is a folder; name the .dll in it");
        if (!System.IO.File.Exists(path)) throw new StrategyAssemblyRefused(path, "does not exist");
        return System.IO.File.ReadAllBytes(path);
    }

    private static List<StrategyEntry> StrategiesIn(string path, byte[] bytes)
    {
        try
        {
            var types = new OutsideContext(path).Load(bytes).GetExportedTypes().Where(type => type.IsDefined(typeof(StrategyAttribute), inherit: false));
            return [.. types.OrderBy(type => type.FullName, StringComparer.Ordinal).Select(type => Tried(path, type))];
        }
        catch (Exception failure) when (failure is TypeLoadException or FileNotFoundException or FileLoadException or BadImageFormatException or MissingMemberException or ReflectionTypeLoadException or CustomAttributeFormatException)
        {
            throw new StrategyAssemblyRefused(path, $"cannot be loaded: {failure.Message}");
        }
    }

    /// <summary>Makes one, so that a strategy that cannot be made is found out before anything is run.</summary>
    private static StrategyEntry Tried(string path, Type type)
    {
        try
        {
            var entry = StrategyEntry.Of(type);
            if (!entry.IsNamedWell) throw new StrategyAssemblyRefused(path, $"names {type} \"{entry.Name}\": write lower-case letters and digits, words joined by hyphens");
            if (type.GetConstructor([]) is null || type.IsAbstract || type.ContainsGenericParameters) throw new StrategyAssemblyRefused(path, $"has {type}, which has no public constructor without parameters");
            entry.Create([.. entry.Knobs.Select(knob => Math.Clamp(0, knob.About.AtLeast, knob.About.AtMost))]);
            return entry;
        }
        catch (TargetInvocationException thrown)
        {
            throw new StrategyAssemblyRefused(path, $"has {type}, which cannot be made: {thrown.InnerException?.GetType().Name}: {thrown.InnerException?.Message}");
        }
        catch (InvalidOperationException wrong)
        {
            throw new StrategyAssemblyRefused(path, $"has a wrong strategy: {wrong.Message}");
        }
    }
}

/// <summary>An assembly's strategies cannot be used. Nothing was run.</summary>
/// <param name="why">Goes on after the file's name.</param>
public sealed class StrategyAssemblyRefused(string path, string why) : Exception($"--strategies {path} {why.TrimEnd('.')}. Nothing was run.");
