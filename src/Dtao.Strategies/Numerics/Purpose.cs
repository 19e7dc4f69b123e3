namespace Dtao.Strategies.Numerics;

/// <summary>What draws are for. Draws for one purpose never shift the draws for another.</summary>
public static class Purpose
{
    /// <summary>An agent's place in the order of its block.</summary>
    public static readonly ulong Lot = Named("lot");

    /// <summary>What a strategy draws while it decides.</summary>
    public static readonly ulong Decide = Named("decide");

    /// <summary>What an agent is born with: its knobs, wealth and first holdings.</summary>
    public static readonly ulong Census = Named("census");

    /// <summary>Who hears whom.</summary>
    public static readonly ulong Graph = Named("graph");

    /// <summary>When an agent wakes.</summary>
    public static readonly ulong Wake = Named("wake");

    /// <summary>What arrives from outside the economy.</summary>
    public static readonly ulong World = Named("world");

    /// <summary>A purpose of one's own.</summary>
    public static ulong Named(string name) => StableHash.Of(name);
}
