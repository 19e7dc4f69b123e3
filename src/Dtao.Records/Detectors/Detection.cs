namespace Dtao.Records.Detectors;

/// <summary>A row of <c>detections</c>.</summary>
/// <param name="Id"><c>d1</c>, <c>d2</c> …</param>
/// <param name="Text">One sentence, safe to print.</param>
/// <param name="Evidence">JSON.</param>
internal sealed record Detection(string Id, Sighting Seen, string Text, string Evidence);
