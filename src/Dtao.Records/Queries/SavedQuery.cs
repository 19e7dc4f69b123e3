using System.Reflection;

namespace Dtao.Records.Queries;

/// <summary>A question that comes with the program, one <c>.sql</c> file each.</summary>
/// <param name="Meaning">What it answers: the file's first line, a comment.</param>
public sealed record SavedQuery(string Name, string Meaning, string Sql)
{
    private const string Folder = "Dtao.Records.Queries.Saved.", Ending = ".sql";

    /// <summary>By name.</summary>
    public static IReadOnlyList<SavedQuery> All { get; } =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(resource => resource.StartsWith(Folder, StringComparison.Ordinal) && resource.EndsWith(Ending, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(Read),
    ];

    /// <summary>Null for a name that none has.</summary>
    public static SavedQuery? Find(string name) => All.FirstOrDefault(query => query.Name == name);

    private static SavedQuery Read(string resource)
    {
        using var text = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        var sql = text.ReadToEnd().ReplaceLineEndings("\n");
        return new SavedQuery(resource[Folder.Length..^Ending.Length], sql[..sql.IndexOf('\n', StringComparison.Ordinal)].TrimStart('-', ' '), sql);
    }
}
