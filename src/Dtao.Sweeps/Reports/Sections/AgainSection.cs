using System.Globalization;
using Dtao.Records.Reports;
using Dtao.Records.Reports.Drawing;
using Dtao.Records.Reports.Sections;
using Dtao.Sweeps.Analysis;

namespace Dtao.Sweeps.Reports.Sections;

/// <summary>How to have the same rows again.</summary>
internal static class AgainSection
{
    public static Section Of(SweepRecord sweep)
    {
        var facts = sweep.Facts;
        var table = new DataTable(
            ["what", "value"],
            [
                ["version", facts.Version], ["commit", facts.Commit], ["plan hash", facts.PlanHash], ["seed", facts.Seed.ToString(CultureInfo.InvariantCulture)], ["base", facts.Base], ["design", facts.Design],
                ["runs planned", Shown.Whole(facts.Runs)],
            ],
            Words: 2);
        return new Section("again", "Run it again", Markup.Of(
            $"""
            <p>The rows are a function of the plan and the version of the program. Where the sweep's folder lies in <code>sweeps</code>:</p>
            <pre tabindex="0">dtao sweep sweeps/{facts.Name}/plan.conf --name {facts.Name}-again</pre>
            <p>Ask it something else:</p>
            <pre tabindex="0">dtao measure sweeps/{facts.Name} --csv</pre>
            <pre tabindex="0">dtao query sweeps/{facts.Name} "SELECT point, count(*) FROM runs WHERE state = 'done' GROUP BY point"</pre>
            {table.Draw("What the sweep is.")}
            """));
    }
}
