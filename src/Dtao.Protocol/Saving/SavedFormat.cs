namespace Dtao.Protocol.Saving;

/// <summary>
/// The format of a saved ledger: a header, the totals, the accounts, root and all subnets, the head of the hash chain, and the header again to say that nothing is missing.
/// Numbers are little-endian; lists have their length before them; what is kept by key is written by ascending key.
/// </summary>
internal static class SavedFormat
{
    /// <summary>"dtaoledg", read as a number.</summary>
    public const ulong Mark = 0x67_64_65_6c_6f_61_74_64;

    /// <summary>In the place of an account or a block, where there is none.</summary>
    public const int Nobody = -1;

    /// <summary>To be raised with every change of what is written.</summary>
    public const int Version = 4;
}
