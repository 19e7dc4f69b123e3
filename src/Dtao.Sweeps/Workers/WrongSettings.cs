using Dtao.Hocon;
using Dtao.Sweeps.Plans;

namespace Dtao.Sweeps.Workers;

/// <summary>What is wrong with the points of a plan, gathered so that each thing is told once.</summary>
internal sealed class WrongSettings(SettingPlaces places)
{
    /// <summary>The first point at which something was wrong at a place of the sweep's file: a range is wrong once, whatever was drawn from it.</summary>
    private readonly Dictionary<string, int> inFile = new(StringComparer.Ordinal);

    private readonly HashSet<(string Place, string Text, string Message)> elsewhere = [];

    public DiagnosticBag All { get; } = new();

    public bool HasErrors => All.HasErrors;

    public bool IsFull => All.IsFull;

    public void Add(SweepPoint point, IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            var told = places.InFile(diagnostic);
            if (told is null ? IsNew(diagnostic) : IsFirst(told, point)) All.Add(told ?? diagnostic);
        }
    }

    private bool IsFirst(Diagnostic told, SweepPoint point) => inFile.TryAdd(told.Origin.Place, point.Number) || inFile[told.Origin.Place] == point.Number;

    /// <summary>Settings of the command line all have the same name.</summary>
    private bool IsNew(Diagnostic told) => elsewhere.Add((told.Origin.Place, told.Origin.Source.Kind == SourceKind.Setting ? told.Origin.Source.Text : "", told.Message));
}
