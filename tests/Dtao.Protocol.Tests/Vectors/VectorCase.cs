using System.Text.Json;

namespace Dtao.Protocol.Tests.Vectors;

/// <summary>One case of a vector file: inputs, and what any independent implementation must find.</summary>
public sealed record VectorCase(string Area, string Id, JsonElement Inputs, JsonElement Expected, Tolerance Tolerance)
{
    public bool Has(params string[] names) => names.All(name => Inputs.TryGetProperty(name, out _));

    public bool Expects(string name) => Expected.TryGetProperty(name, out _);

    public JsonElement this[string input] =>
        Inputs.TryGetProperty(input, out var value) ? value : throw new UnreadableVector($"{Id} has no input {input}.");

    public ulong Whole(string input) => this[input].GetUInt64();

    public double Real(string input) => this[input].GetDouble();

    public double[] Reals(string input) => [.. this[input].EnumerateArray().Select(e => e.GetDouble())];

    /// <summary>Whether it is there and not null.</summary>
    public bool HasValue(string input) => Inputs.TryGetProperty(input, out var value) && value.ValueKind != JsonValueKind.Null;

    public IEnumerable<ulong> Wholes(string input) => this[input].EnumerateArray().Select(e => e.GetUInt64());

    public override string ToString() => Id;
}

/// <summary>A case of a form that no reader here understands: the test fails, since it proves nothing.</summary>
public sealed class UnreadableVector(string message) : Exception(message);
