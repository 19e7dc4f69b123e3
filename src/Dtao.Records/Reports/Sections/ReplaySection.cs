using Dtao.Records.Reports.Drawing;

namespace Dtao.Records.Reports.Sections;

/// <summary>How to have the same history again.</summary>
internal static class ReplaySection
{
    public static Section? Of(Chronicle run)
    {
        if (run.Manifest is not { } manifest) return null;
        var (identity, progress) = (manifest.Identity, manifest.Progress);
        var strategies = string.Concat(identity.Strategies.Select(file => $" --strategies PATH/{file.Name}"));
        var facts = new DataTable(
            ["what", "value"],
            [
                ["version", identity.Version], ["commit", identity.Commit], ["configuration hash", identity.ConfigHash], ["seed", identity.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture)], ["runtime", identity.Runtime],
                ["blocks", $"{Shown.Whole(progress.FirstBlock.Height)} to {Shown.Whole(progress.LastBlock.Height)}"], ["state hash", progress.HashHead],
                .. identity.Strategies.Select(file => (System.Collections.Immutable.ImmutableArray<string>)[file.Name, "SHA-256 " + file.Sha256]),
            ],
            Words: 2);
        return new Section("replay", "Run it again", Markup.Of(
            $"""
            <p>The run is a function of its configuration, its seed and the version of the program. Where the run folder lies in <code>runs</code>:</p>
            <pre tabindex="0">dtao replay runs/{identity.Name} --verify{strategies}</pre>
            {facts.Draw("What the run is, and the state it ended in.")}
            """));
    }
}
