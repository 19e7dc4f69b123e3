using Dtao.Cli.Screen;
using Dtao.Records.Events;
using Dtao.Records.Tracing;
using static System.FormattableString;

namespace Dtao.Cli.Verbs;

/// <summary>A chain of causes as people read it: each line a link, and between two of them how the one led to the other.</summary>
internal static class CausalText
{
    public static void Show(Terminal terminal, CausalChain chain)
    {
        terminal.Say(Line(chain.Event));
        if (chain.Causes.IsEmpty && chain.Lost.IsNone) terminal.Say("Nothing on record brought it about.");
        else ShowCauses(terminal, chain);
        ShowEffects(terminal, chain);
    }

    /// <param name="restsOn">Some of what it rests on, or all.</param>
    public static void Show(Terminal terminal, TracedDetection detection, IReadOnlyCollection<TracedEvent> restsOn)
    {
        terminal.Say(Invariant($"{detection.Id}  blocks {detection.FromBlock:n0} to {detection.ToBlock:n0}  {detection.Text}"));
        terminal.Say(restsOn.Count == 0 ? "No single event stands behind it; it was read off prices and shares." : "It rests on:");
        foreach (var link in restsOn) terminal.Say($"  {Line(link)}");
        if (restsOn.Count < detection.RestsOn.Length) terminal.Say(Invariant($"  … and {detection.RestsOn.Length - restsOn.Count:n0} more; --most shows more of them."));
    }

    private static void ShowCauses(Terminal terminal, CausalChain chain)
    {
        terminal.Say("Why:");
        var effect = chain.Event;
        foreach (var cause in chain.Causes)
        {
            terminal.Say($"  {How(effect, cause)}");
            terminal.Say($"  {Line(cause)}");
            effect = cause;
        }
        if (!chain.Lost.IsNone) terminal.Say($"  … from {chain.Lost}, which is not on record.");
        if (chain.Root is not { } root) return;
        terminal.Say("  … and further back to the first link:");
        terminal.Say($"  {Line(root)}");
    }

    private static void ShowEffects(Terminal terminal, CausalChain chain)
    {
        var until = chain.LookedTo is { } block ? Invariant($" up to block {block.Height:n0}, where the search ended") : "";
        if (chain.Effects.IsEmpty)
        {
            terminal.Say($"Nothing on record came of it{until}.");
            return;
        }
        terminal.Say($"What came of it{until}:");
        foreach (var (effect, depth) in chain.Effects) terminal.Say(new string(' ', 2 * depth) + Line(effect));
        if (chain.HasMoreEffects) terminal.Say("  … and more; --most shows more of them.");
    }

    private static string Line(TracedEvent link) => Invariant($"{link.Id}  block {link.Block.Height:n0}  {link.Text}");

    /// <summary>What the record knows of a link, and no more.</summary>
    private static string How(TracedEvent effect, TracedEvent cause) => (effect.Id.Kind, effect.Kind, cause.Kind) switch
    {
        (IdKind.Order, _, nameof(Posted)) => "It had last heard of that subnet:",
        (IdKind.Order, _, _) => "It had last been paid there by:",
        (_, nameof(Posted), nameof(Posted)) => "It had last heard of that subnet:",
        (_, nameof(Posted), _) => "That tells of its own deed:",
        (_, EventSchema.Heard, _) => "What it heard:",
        (_, "EpochDrained", _) => "The newest weights that counted:",
        (_, nameof(Paid), _) => "The epoch that paid:",
        (_, "CapEnded", _) => "It had begun:",
        _ => "Its order:",
    };
}
