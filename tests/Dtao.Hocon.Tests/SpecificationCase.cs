using Xunit.Abstractions;

namespace Dtao.Hocon.Tests;

/// <summary>HOCON text, and what it must become: JSON, or an error at a place.</summary>
public sealed class SpecificationCase : IXunitSerializable
{
    public string Topic { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string Text { get; private set; } = "";

    public string Expected { get; private set; } = "";

    /// <summary>Cases stand below one another: "## name", HOCON, then "=> JSON" or "=> error line:column message", with each further error on a line of its own.</summary>
    public static IEnumerable<SpecificationCase> In(string file)
    {
        var topic = Path.GetFileNameWithoutExtension(file);
        foreach (var block in File.ReadAllText(file).Split("\n## ").Skip(1))
        {
            var (name, rest) = (block[..block.IndexOf('\n', StringComparison.Ordinal)], block[(block.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
            var arrow = rest.LastIndexOf("=> ", StringComparison.Ordinal);
            yield return new SpecificationCase { Topic = topic, Name = name, Text = rest[..Math.Max(0, arrow - 1)], Expected = rest[(arrow + 3)..].Trim() };
        }
    }

    public void Deserialize(IXunitSerializationInfo info) =>
        (Topic, Name, Text, Expected) = (info.GetValue<string>("t"), info.GetValue<string>("n"), info.GetValue<string>("x"), info.GetValue<string>("e"));

    public void Serialize(IXunitSerializationInfo info)
    {
        info.AddValue("t", Topic);
        info.AddValue("n", Name);
        info.AddValue("x", Text);
        info.AddValue("e", Expected);
    }

    public override string ToString() => $"{Topic}: {Name}";
}
