using Dtao.Strategies.Acting;
using Dtao.Strategies.Numerics;
using Dtao.Strategies.Sensing;

namespace Dtao.Strategies.Catalogue;

/// <summary>
/// What one agent wants. One instance an agent: fields are its private memory. Deciding is pure apart from that memory:
/// no clock, no shared state, no randomness but <c>dice</c>.
/// </summary>
public interface IStrategy
{
    /// <summary>Answers one wake.</summary>
    Intent Decide(Sight sight, Dice dice);
}
