using Dtao.Hocon;

namespace Dtao.Sweeps.Plans;

/// <summary>Each run of a plan has a seed of its own, so that none may be set: it would stand in the results and count nowhere.</summary>
internal static class SeedsOfRuns
{
    /// <summary>Reports <c>run.seed</c> among the settings of a section.</summary>
    public static void Refuse(ConfigReader settings, string remedy)
    {
        foreach (var name in settings.Names().Where(name => IsSeed(name) || name == "run" && settings.Value(name) is ConfigObject { Fields: var fields } && fields.ContainsKey("seed")))
            settings.ReportName(name, "would count nowhere: every run has a seed of its own", remedy);
    }

    private static bool IsSeed(string path) => ConfigPath.Parse(path) is ["run", "seed"];
}
