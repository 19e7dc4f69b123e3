using Dtao.Hocon;
using Dtao.Protocol.Emission;
using Dtao.Protocol.Emission.Shares;

namespace Dtao.Agents.Configuration;

/// <summary>Reads what a rule set says of emission. The rules that share it out are found by their names, with their settings in the sections of the same names.</summary>
internal static class EmissionReader
{
    public static EmissionRules Read(ConfigReader c)
    {
        var named = c.Choice("shares", [.. ShareRule.All.Select(rule => rule.Name)]);
        var shares = ShareRule.All.Select(rule => (rule.Name, Made: Make(rule, c))).ToArray().First(rule => rule.Name == named).Made;
        var startCall = c.Flag("start-call");
        var delay = c.Blocks("start-delay");
        return new EmissionRules
        {
            Shares = shares,
            Cap = c.Choice("injection-cap", "alpha-emission", "block-emission", "lesser", "root-proportion") switch
            {
                "block-emission" => InjectionCap.BlockEmission,
                "lesser" => InjectionCap.Lesser,
                "root-proportion" => InjectionCap.RootProportion,
                _ => InjectionCap.AlphaEmission,
            },
            Excess = c.Choice("excess", "inject", "buy-and-recycle", "buy-and-hold") switch
            {
                "buy-and-recycle" => Excess.BuyAndRecycle,
                "buy-and-hold" => Excess.BuyAndHold,
                _ => Excess.Inject,
            },
            RootPay = c.Choice("root-pay", "sale", "claim") == "claim" ? RootPay.Claim : RootPay.Sale,
            RootSellFlag = c.Flag("root-sell-flag"),
            SpareCapped = c.Flag("spare-capped"),
            RootPoolGrows = c.Flag("root-pool-grows"),
            OwnerBurn = c.Flag("owner-burn"),
            FlowSmoothing = c.Number("flow-smoothing", atLeast: 0, atMost: 1),
            StartDelayBlocks = startCall ? delay : null,
            NewSubnetsEmit = c.Flag("new-subnets-emit"),
            ClaimsPerBlock = (int)c.Whole("claims-per-block", atMost: 1000),
            MinimumClaimRao = c.Alpha("minimum-claim", atMost: 1_000_000_000_000),
        };
    }

    /// <summary>Settings of all rules are read, used or not, so that a wrong one is an error at once.</summary>
    private static ISubnetShares Make(ShareRule rule, ConfigReader c)
    {
        var section = rule.Settings.Count > 0 ? c.Section(rule.Name) : c;
        return rule.Make(setting => section.Number(setting.Key, setting.About.AtLeast, setting.About.AtMost));
    }
}
