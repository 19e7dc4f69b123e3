using Dtao.Agents.Configuration;
using Dtao.Hocon;
using Dtao.Strategies.Catalogue;

namespace Dtao.Agents.Tests.Configuration;

/// <summary>A run file of the given text, read as the program reads it.</summary>
internal static class Written
{
    public static LoadedConfig Config(string text, params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("dtao-agents-");
        try
        {
            var file = Path.Combine(folder.FullName, "mine.conf");
            File.WriteAllText(file, text);
            return LoadedConfig.Load(ConfigInput.Of(file, settings), StrategyCatalogue.BuiltIn());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A configuration without errors.</summary>
    public static RunConfig Run(string text, params string[] settings)
    {
        var config = Config(text, settings);
        Assert.Equal("", Words(config));
        return config.Config;
    }

    /// <summary>What is wrong, as the screen would show it.</summary>
    public static string Words(LoadedConfig config)
    {
        var words = new StringWriter();
        DiagnosticPrinter.Print(words, config.Diagnostics);
        return words.ToString();
    }
}
