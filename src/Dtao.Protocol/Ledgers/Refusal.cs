namespace Dtao.Protocol.Ledgers;

/// <summary>Why the ledger did not carry out a command. A refusal is an outcome, not an error.</summary>
public enum Refusal
{
    UnknownSubnet,
    UnknownHotkey,
    AmountTooLow,
    InsufficientTao,
    InsufficientAlpha,
    InsufficientLiquidity,
    SlippageTooHigh,
    NotRegistered,
    NoValidatorPermit,
    WeightsTooSoon,
    TooFewWeights,
    TooManyWeights,
    DuplicateUids,
    UnknownUid,
    RegistrationClosed,
    TooManyRegistrationsThisBlock,
    TooManyRegistrationsThisInterval,
    AlreadyRegistered,
    NobodyToPrune,
}
