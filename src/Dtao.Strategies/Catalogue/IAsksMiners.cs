namespace Dtao.Strategies.Catalogue;

/// <summary>An owner that sells what its miners make: it asks them for answers, as validators do, and so hears of their work.</summary>
public interface IAsksMiners;
