using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dtao.Cli.Screen;
using Dtao.Records.Portraits;
using Dtao.Records.Reading;

namespace Dtao.Cli.Verbs;

/// <summary><c>dtao agent RUN NAME</c>: what one agent saw, decided, filled and gained.</summary>
internal sealed class AgentVerb(Terminal terminal, ParseResult parsed)
{
    private const int Shown = 20;

    private static readonly Argument<string> Run = RunArgument.Of("A run folder, finished or not.");
    private static readonly Argument<string> Name = new("NAME") { Description = "An agent's name, as herd-3: the cohort and its place in it." };
    private static readonly Option<bool> All = new("--all") { Description = $"The whole time line, not only its first and last {Shown.ToString(CultureInfo.InvariantCulture)} lines." };

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new NullForNaN() },
    };

    public static Command Command(Terminal terminal)
    {
        var command = new Command("agent", "Tells what one agent saw, decided, filled and gained.") { Run, Name, All, CommonOptions.Json };
        command.SetAction(parsed => (int)new AgentVerb(terminal, parsed).Execute());
        return command;
    }

    private ExitCode Execute()
    {
        var (folder, name) = (RunArgument.Folder(parsed.GetValue(Run)!), parsed.GetValue(Name)!);
        RunArgument.Notice(terminal, folder);
        var portrait = PortraitReader.Of(RunReader.Open(folder), name) ?? throw new UsageError($"{folder} has no agent {name}. Agents are called after their cohort and their place in it: herd-0, herd-1 …");
        if (parsed.GetValue(CommonOptions.Json)) terminal.Json(JsonSerializer.SerializeToNode(Bounded(portrait), Options)!);
        else Tell(portrait);
        return ExitCode.Done;
    }

    private void Tell(Portrait of)
    {
        terminal.Say($"{of.Name}: {of.Strategy} ({of.Role}), cohort {of.Cohort}, account {of.Account.ToString(CultureInfo.InvariantCulture)}");
        terminal.Say(double.IsNaN(of.EndTao)
            ? $"Worth at the beginning: {Tao(of.StartTao)} TAO; the end is not known."
            : $"Worth, all sold at once: {Tao(of.StartTao)} -> {Tao(of.EndTao)} TAO ({Percent(of.Return)}{Crossings(of)}), {Tao(of.FreeTao)} of it in no position; realised {Signed(of.Realised)} TAO by trading");
        Head("Saw", of.Prompts.IsEmpty, "nothing that the record connects with an order of its");
        terminal.Table(["  learnt last", "from", "orders after it"], of.Prompts.Select(prompt => new[] { "  " + prompt.What, prompt.By, Whole(prompt.Orders) }), isHeaded: !of.Prompts.IsEmpty);
        Head("Decided", of.Orders.IsEmpty && of.Posts.IsEmpty, "nothing");
        terminal.Table(["", "", ""], of.Orders.Select(order => new[] { "  " + order.Kind, order.Became, Whole(order.Count) }), isHeaded: false);
        terminal.Table(["", "", "", ""], of.Posts.Select(post => new[] { "  posted " + post.Topic, Whole(post.Count), double.IsNaN(post.Last) ? "" : "last " + post.Last.ToString("0.######", CultureInfo.InvariantCulture) }), isHeaded: false);
        Head("Gained, by subnet (bought alpha counts as sold first)", of.Positions.IsEmpty, "no position");
        if (!of.Positions.IsEmpty)
            terminal.Table(
                ["  subnet", "bought alpha", "paid TAO", "sold alpha", "received TAO", "places, subnet TAO", "realised TAO", "came otherwise", "held alpha", "their cost TAO", "sold at once TAO", "gain TAO"],
                of.Positions.Select(Row));
        Head("Time line", of.Moments.IsEmpty, "empty");
        foreach (var line in TimeLine(of)) terminal.Say("  " + line);
    }

    /// <summary>What of a change in wealth is neither gain nor loss.</summary>
    private static string Crossings(Portrait of) =>
        (of.BroughtIn > 0 ? $" with {Tao(of.BroughtIn)} brought in from outside" : "") + (of.PaidOutside > 0 ? $"{(of.BroughtIn > 0 ? " and" : " with")} {Tao(of.PaidOutside)} paid outside" : "");

    private static string[] Row(Position at) =>
    [
        at.Netuid == 0 ? "  root" : "  SN" + at.Netuid.ToString(CultureInfo.InvariantCulture), Tao(at.Bought), Tao(at.Paid), Tao(at.Sold), Tao(at.Received), Tao(at.Places), Signed(at.Realised), Tao(at.CameOtherwise), Tao(at.Held), Tao(at.CostOfHeld),
        Tao(at.Liquidation), at.Netuid == 0 ? "" : Signed(at.Gain),
    ];

    private IEnumerable<string> TimeLine(Portrait of)
    {
        var left = of.Moments.Length - 2 * Shown;
        if (parsed.GetValue(All) || left <= 0) return of.Moments.Select(Line);
        return of.Moments.Take(Shown).Select(Line).Append($"… {Whole(left)} more: --all").Concat(of.Moments.TakeLast(Shown).Select(Line));
    }

    private static string Line(Moment moment)
    {
        var amounts = moment switch
        {
            { Alpha: > 0, Tao: > 0 } => $" {Tao(moment.Alpha)} alpha for {Tao(moment.Tao)} TAO",
            { Alpha: > 0 } => $" {Tao(moment.Alpha)} alpha",
            { Tao: > 0 } => $" for {Tao(moment.Tao)} TAO",
            _ => "",
        };
        var prompt = moment.Prompt is { } after ? $", after {after}" : "";
        return $"Day {moment.Day.ToString("0.00", CultureInfo.InvariantCulture)} {(moment.Netuid == 0 ? "root" : "SN" + moment.Netuid.ToString(CultureInfo.InvariantCulture))}: {moment.What}{amounts} [{moment.Id}{prompt}, block {Whole(moment.Block)}]";
    }

    /// <summary>What is not known is null, so that a column of numbers has no text in it.</summary>
    private sealed class NullForNaN : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("Portraits are only written.");

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
        {
            if (double.IsFinite(value)) writer.WriteNumberValue(value);
            else writer.WriteNullValue();
        }
    }

    private Portrait Bounded(Portrait of) => parsed.GetValue(All) || of.Moments.Length <= 2 * Shown ? of : of with { Moments = [.. of.Moments.Take(Shown), .. of.Moments.TakeLast(Shown)] };

    private void Head(string title, bool isEmpty, string nothing) => terminal.Say(isEmpty ? $"{title}: {nothing}" : $"{title}:");

    private static string Tao(double amount) => double.IsNaN(amount) ? "?" : amount.ToString("#,0.###", CultureInfo.InvariantCulture);

    private static string Signed(double amount) => double.IsNaN(amount) ? "?" : amount.ToString("+#,0.###;-#,0.###;0", CultureInfo.InvariantCulture);

    private static string Percent(double fraction) => double.IsNaN(fraction) ? "?" : (fraction * 100).ToString("+#,0.0;-#,0.0;0.0", CultureInfo.InvariantCulture) + " %";

    private static string Whole(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
