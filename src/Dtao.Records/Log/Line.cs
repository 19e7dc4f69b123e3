using System.Globalization;
using Dtao.Protocol.Ledgers;
using Dtao.Protocol.Units;
using Dtao.Records.Events;
using Serilog.Events;
using Serilog.Parsing;

namespace Dtao.Records.Log;

/// <summary>One log line in the making: a template and its properties.</summary>
internal sealed class Line
{
    private static readonly MessageTemplateParser Parser = new();

    private readonly List<LogEventProperty> properties = new(12);

    public Line(string kind, in RunEvent told)
    {
        With("Ev", kind);
        Named(told.Id, told.Cause, told.Root);
        With("Block", told.Block.Height);
    }

    /// <summary>A template, parsed once.</summary>
    public static MessageTemplate Words(string template) => Parser.Parse(template);

    public Line With(string name, object value)
    {
        properties.Add(new LogEventProperty(name, new ScalarValue(value)));
        return this;
    }

    public Line Of(NetUid netuid) => With("Netuid", (long)netuid.Value);

    /// <summary>An amount twice: as a number to look at and as rao in a string, because JSON readers lose integers above 2⁵³.</summary>
    public Line With(string name, string raoName, Tao amount) => With(name, amount.Tokens).WithRao(raoName, amount.Rao);

    /// <inheritdoc cref="With(string, string, Tao)"/>
    public Line With(string name, string raoName, Alpha amount) => With(name, amount.Tokens).WithRao(raoName, amount.Rao);

    public Line WithRao(string raoName, ulong rao) => With(raoName, rao.ToString(CultureInfo.InvariantCulture));

    /// <summary>The hotkey with which it is staked.</summary>
    public Line By(AccountId hotkey) => With("hotkey", (long)hotkey.Index);

    public Line Within(PriceLimit? limit) => limit is { } bound ? WithRao("limit_rao", bound.Rao).If(bound.AllowPartial, "AllowPartial") : this;

    /// <summary>An amount that is left out where there is none of it.</summary>
    public Line Some(string raoName, ulong rao) => rao == 0 ? this : WithRao(raoName, rao);

    public Line If(bool isSo, string name) => isSo ? With(name, true) : this;

    public LogEvent Told(DateTimeOffset at, LogEventLevel level, MessageTemplate words) => new(at, level, exception: null, words, properties);

    private void Named(EventId id, EventId cause, EventId root)
    {
        With("id", id.ToString());
        if (!cause.IsNone) With("cause", cause.ToString());
        With("root", root.ToString());
    }
}
