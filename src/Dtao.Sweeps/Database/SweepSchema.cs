using System.Globalization;
using Dtao.Sweeps.Plans;

namespace Dtao.Sweeps.Database;

/// <summary>The tables of sweep.db. Every row has a key of its own, so that a table's order does not tell in which order runs ended.</summary>
internal static class SweepSchema
{
    public const string Version = "1";

    /// <summary>Columns of <c>runs</c> that no metric may be called after.</summary>
    public static readonly IReadOnlyList<string> OwnColumns = ["run", "point", "replicate", "seed", VariantFactor.Column, "state", "state_hash", "config_hash", "failure", "kind", "agent", "block", "again"];

    public static string Tables(SweepPlan plan) => $"""
        CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE factors (position INTEGER PRIMARY KEY, path TEXT NOT NULL, kind TEXT NOT NULL, unit TEXT NOT NULL, low REAL, high REAL);
        CREATE TABLE points (point INTEGER PRIMARY KEY{Columns(plan.Factors.Select(factor => factor.Path), "TEXT NOT NULL")});
        CREATE TABLE metrics (position INTEGER PRIMARY KEY, name TEXT NOT NULL, unit TEXT NOT NULL, meaning TEXT NOT NULL, is_event INTEGER NOT NULL, given TEXT);
        CREATE TABLE runs (run INTEGER PRIMARY KEY, point INTEGER NOT NULL, replicate INTEGER NOT NULL, seed INTEGER NOT NULL{string.Concat(plan.Factors.Select(FactorColumn))},
          state TEXT NOT NULL{Columns(plan.Metrics.Metrics.Select(metric => metric.Name), "REAL")}, state_hash TEXT, config_hash TEXT, failure TEXT, kind TEXT, agent TEXT, block INTEGER, again TEXT);
        CREATE TABLE series (run INTEGER NOT NULL, name TEXT NOT NULL, block INTEGER NOT NULL, value REAL, PRIMARY KEY (run, name, block)) WITHOUT ROWID;
        CREATE TABLE stopped (point INTEGER PRIMARY KEY, after_replicate INTEGER NOT NULL);
        CREATE INDEX runs_of_point ON runs (point, replicate);
        """;

    /// <summary>Stands for the unit of what has no numbers.</summary>
    public const string Words = "Text";

    public static string UnitOf(Factor factor) => FactorScale.Of(factor).Unit is { } unit ? unit.ToString() : Words;

    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string FactorColumn(Factor factor) => string.Create(CultureInfo.InvariantCulture, $", {Quoted(factor.Path)} {(FactorScale.Of(factor).Unit is null ? "TEXT" : "REAL")}");

    private static string Columns(IEnumerable<string> names, string type) => string.Concat(names.Select(name => $", {Quoted(name)} {type}"));
}
