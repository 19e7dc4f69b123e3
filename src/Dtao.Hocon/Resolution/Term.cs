namespace Dtao.Hocon;

/// <summary>A value whose kind is known; what is inside it may still wait to be looked up.</summary>
internal abstract class Term
{
    /// <summary>What an optional substitution without a target is.</summary>
    public static Term Missing { get; } = new Nothing();

    /// <summary>What an error, reported already, leaves.</summary>
    public static Term Broken { get; } = new Nothing();

    /// <summary>Its kind in a reader's words.</summary>
    public virtual string Kind => "nothing";

    private sealed class Nothing : Term;
}

internal sealed class ScalarTerm(ScalarKind kind, string text, Origin origin) : Term
{
    public ScalarKind Type => kind;

    public string Text => text;

    public Origin Origin => origin;

    public override string Kind => kind switch
    {
        ScalarKind.Text => "text",
        ScalarKind.Number => "a number",
        _ => text,
    };
}

internal sealed class ArrayTerm(List<Slot> items, Origin origin) : Term
{
    public List<Slot> Items => items;

    public Origin Origin => origin;

    public override string Kind => "an array";
}

internal sealed class ObjectTerm(OrderedDictionary<string, Slot> fields, Origin origin) : Term
{
    public OrderedDictionary<string, Slot> Fields => fields;

    public Origin Origin => origin;

    public override string Kind => "an object";
}
