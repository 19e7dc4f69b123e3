using Dtao.Protocol.Ledgers;

namespace Dtao.Strategies.Catalogue;

/// <summary>A strategy that is told what became of each of its commands, right after its block has closed. It answers nothing.</summary>
public interface IHearsFills
{
    void Hear(Outcome outcome);
}
