namespace Dtao.Records.Queries;

/// <summary>A question that a run's database does not answer: it would write, is no SQL, or asks for what is not there.</summary>
public sealed class QueryRefused(string message) : Exception(message);
